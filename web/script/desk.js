// The desk: one key for one decision. A key does what the button or form that
// names it does, so that nothing here can be done with a key alone.
document.addEventListener("keydown", function (e) {
  const t = e.target;
  const open = t.closest && t.closest("details.panel[open]");
  if (e.key === "Escape" && open) {
    open.open = false;
    open.querySelector("summary").focus();
    return;
  }
  if (e.ctrlKey || e.metaKey || e.altKey || t.matches("input:not([type=radio]):not([type=checkbox]), select, textarea")) return;
  const here = document.querySelector('.desk, .decide');
  if (!here || e.key.length !== 1) return;
  let to = document.querySelector('[data-key="' + CSS.escape(e.key) + '"]');
  if (e.key === "u") to = document.querySelector("[data-undo]") || to;
  if (!to) return;
  e.preventDefault();
  if (to.tagName !== "SUMMARY") {
    to.click();
    return;
  }
  const panel = to.parentElement;
  panel.open = e.key === "?" ? !panel.open : true;
  const first = panel.querySelector("input:not([type=hidden]), select, textarea");
  (first && panel.open ? first : to).focus();
});
// After a decision the next record has the focus, and what was done is read out
// with it.
const done = document.getElementById("done"), record = document.getElementById("record");
if (done && record) {
  record.setAttribute("aria-describedby", "done");
  record.focus();
}
