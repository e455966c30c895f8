// Keys: "/" goes to the ask box. The pages work without this.
"use strict";
document.addEventListener("keydown", function (e) {
  const t = e.target;
  if (e.key !== "/" || e.ctrlKey || e.metaKey || e.altKey || t.matches("input, select, textarea")) return;
  e.preventDefault();
  document.getElementById("q").focus();
});
