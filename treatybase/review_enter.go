package treatybase

import (
	"slices"

	"pacta/resolve"
)

// enter writes r into the journal; x, on which it stands, follows at once (it
// is zero for an undo of an orphan).
func (s *storing) enter(r *resolve.Review, x Object) error {
	if _, err := s.addReview(r); err != nil {
		return err
	}
	if err := s.changed(); err != nil {
		return err
	}
	why := ""
	if x.ID == "" {
		why = "it undoes a review that stands on no record"
	}
	if err := s.place(r, x.ID, why, true); err != nil {
		return err
	}
	if r.Action == resolve.Undo {
		if err := s.recount(x.ID); err != nil {
			return err
		}
	}
	if x.ID == "" {
		return s.due()
	}
	return s.follow(r, x)
}

// recount notes which reviews of a record count after an undo.
func (s *storing) recount(record string) error {
	of, err := s.reviewsOf(record)
	if err != nil {
		return err
	}
	counts := resolve.Counts(of)
	for i := range of {
		if err := s.exec(`UPDATE review_place SET counts = ? WHERE review = ?`, counts[of[i].ID], of[i].ID); err != nil {
			return err
		}
	}
	return nil
}

// follow makes x what the reviews that stand on it say.
func (s *storing) follow(r *resolve.Review, x Object) error {
	of, err := s.reviewsOf(x.ID)
	if err != nil {
		return err
	}
	before, err := x.Judged()
	if err != nil {
		return err
	}
	row, err := rejudged(x.Kind, x.Body, resolve.InEffect(of))
	if err != nil {
		return err
	}
	if err := s.swap(x, row); err != nil {
		return err
	}
	after, err := Object{Kind: x.Kind, ID: x.ID, Body: row.body}.Judged()
	if err != nil {
		return err
	}
	if after.State == resolve.Rejected && before.State != resolve.Rejected {
		if err := s.dropFindings(x.ID); err != nil {
			return err
		}
	}
	if isFinding(x.Kind) || quiet(meant(r, of), before.State, after.State) {
		return nil
	}
	return s.due()
}

// quiet reports whether a review, or the undoing of it, changes nothing beyond
// its record.
func quiet(r *resolve.Review, before, after resolve.Verdict) bool {
	return r.Action == resolve.Note || r.Action == resolve.Accept && before != resolve.Rejected && after != resolve.Rejected
}

// meant returns the review at the end of a chain of undos.
func meant(r *resolve.Review, of []resolve.Review) *resolve.Review {
	for r.Action == resolve.Undo {
		i := slices.IndexFunc(of, func(x resolve.Review) bool { return x.ID == r.Undoes })
		if i < 0 {
			break
		}
		r = &of[i]
	}
	return r
}

func isFinding(kind string) bool { return kind == "discrepancy" || kind == "tension" }

// due notes that objects must be drawn anew from the documents.
func (s *storing) due() error {
	return s.exec(`INSERT INTO setting (name, value) VALUES ('reviews due', '1') ON CONFLICT (name) DO NOTHING`)
}

// swap puts a row in the place of the object x.
func (s *storing) swap(x Object, r record) error {
	var n int
	if err := s.one(`SELECT n FROM object WHERE id = ?`, []any{x.ID}, &n); err != nil {
		return err
	}
	old, err := decoded(x.Kind, x.Body)
	if err != nil {
		return err
	}
	if err := s.rewrite(&r, n, old.keys); err != nil {
		return err
	}
	return s.recountKeys(x.Kind, old.keys, r.keys)
}

// recountKeys keeps object_value right for one object.
func (s *storing) recountKeys(kind string, old, now keys) error {
	add := func(k key, by int) error {
		return s.exec(`INSERT INTO object_value (kind, role, value, count) VALUES (?, ?, ?, ?)
			ON CONFLICT (kind, role, value) DO UPDATE SET count = count + excluded.count`, kind, k.role, k.value, by)
	}
	for _, k := range old {
		if err := add(k, -1); err != nil {
			return err
		}
	}
	for _, k := range now {
		if err := add(k, 1); err != nil {
			return err
		}
	}
	for _, k := range old {
		if err := s.exec(`DELETE FROM object_value WHERE kind = ? AND role = ? AND value = ? AND count <= 0`, kind, k.role, k.value); err != nil {
			return err
		}
	}
	return nil
}

// dropFindings removes what was found about a record that was rejected.
func (s *storing) dropFindings(record string) error {
	type finding struct {
		n        int
		kind, id string
	}
	var found []finding
	err := s.each(s.ctx, func(scan func(...any) error) error {
		var f finding
		err := scan(&f.n, &f.kind, &f.id)
		found = append(found, f)
		return err
	}, `SELECT o.n, o.kind, o.id FROM object_key k JOIN object o ON o.n = k.object
		WHERE k.kind IN ('discrepancy', 'tension') AND k.role = 'about' AND k.value = ? ORDER BY o.id`, record)
	if err != nil {
		return err
	}
	for _, f := range found {
		x, err := s.objectByID(f.id)
		if err != nil {
			return err
		}
		old, err := decoded(f.kind, x.Body)
		if err != nil {
			return err
		}
		if err := s.remove(f.n); err != nil {
			return err
		}
		if err := s.recountKeys(f.kind, old.keys, nil); err != nil {
			return err
		}
		if err := s.exec(`UPDATE object_count SET count = count - 1 WHERE kind = ?`, f.kind); err != nil {
			return err
		}
		if err := s.exec(`UPDATE review_place SET record = '', why = 'what it was found in was rejected' WHERE record = ?`, f.id); err != nil {
			return err
		}
	}
	return nil
}
