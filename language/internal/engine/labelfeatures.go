package engine

const labelFeatures = 80

// LabelFeatures appends the features of the relation between two nodes that a
// transition is about to join.
func (s *State) LabelFeatures(head, dep int32, out []uint32) []uint32 {
	n := s.Nodes
	h, d := &n[head], &n[dep]
	side := uint32(0)
	if dep < head {
		side = 1
	}
	at := func(i int32) *Node {
		if i < 0 || int(i) >= len(n) {
			i = 0
		}
		return &n[i]
	}
	hp, hn, dp, dn := at(head-1), at(head+1), at(dep-1), at(dep+1)
	dl, dr, k := &n[d.left], &n[d.right], &n[d.kase]
	hk := &n[h.kase]
	dist := distance(head, dep)<<1 | side
	if dist > 9 {
		dist = 8 | side
	}
	lo, hi := h, d
	if dep < head {
		lo, hi = d, h
	}
	between := uint32(min(hi.commas-lo.commas, 2)) | uint32(min(hi.verbs-lo.verbs, 1))<<2
	setl, setr := fold64(d.sets[0]+1), fold64(d.sets[1]+2)
	hset := fold64(h.sets[0]<<1 ^ h.sets[1]<<33 ^ h.sets[1])
	sib := &n[h.left]
	if side == 0 {
		sib = &n[h.right]
	}
	out = append(out,
		feat1(1, side), feat2(2, d.w, side), feat2(3, d.t, side), feat2(4, h.w, side), feat2(5, h.t, side),
		feat3(6, h.w, d.w, side), feat3(7, h.w, d.t, side), feat3(8, h.t, d.w, side), feat3(9, h.t, d.t, side), feat3(10, h.p, d.p, side),
		feat3(11, h.t, d.t, dist), feat3(12, h.w, d.t, dist), feat3(13, h.t, d.w, dist), feat3(14, h.t, d.t, between<<1|side),
		feat3(15, k.w, h.t, side), feat3(16, k.w, h.w, side), feat3(17, k.w, d.w, side), feat4(18, k.w, d.t, h.t, side), feat3(19, k.w, d.t, side),
		feat3(20, setl, d.t, side), feat3(21, setr, d.t, side), feat4(22, setl, d.t, h.t, side), feat4(23, setr, d.t, h.t, side),
		feat3(24, hset, d.t, side), feat4(25, hset, h.t, d.t, side), feat3(26, hset, d.w, side),
		feat4(27, h.t, d.t, dp.t, side), feat4(28, h.t, d.t, dn.t, side), feat4(29, h.t, hp.t, d.t, side), feat4(30, h.t, hn.t, d.t, side),
		feat3(31, dp.w, d.t, side), feat3(32, dn.w, d.t, side), feat3(33, dp.w, d.w, side), feat3(34, dn.w, d.w, side),
		feat4(35, h.t, d.t, dl.t, side), feat4(36, h.t, d.t, dr.t, side), feat3(37, dl.w, d.t, side), feat3(38, dr.w, d.t, side),
		feat3(39, d.suffix, h.t, side), feat3(40, h.suffix, d.t, side), feat4(41, d.suffix, d.t, h.t, side),
		feat4(42, h.t, d.t, uint32(sib.Rel), side), feat4(43, h.w, d.t, uint32(sib.Rel), side), feat4(44, h.t, d.w, uint32(sib.Rel), side), feat4(45, sib.t, d.t, h.t, side),
		feat4(46, hk.w, h.t, d.t, side), feat4(47, dp.t, d.t, dn.t, side|h.t<<2), feat3(48, hp.w, d.t, side), feat3(49, hn.w, d.t, side),
		feat4(50, uint32(h.count[0])|uint32(h.count[1])<<4, h.t, d.t, side), feat4(51, uint32(dl.Rel)|uint32(dr.Rel)<<6, d.t, h.t, side), feat4(52, h.w, k.w, d.t, side),
	)
	if d.guide != 0 || h.guide != 0 {
		same := side
		if d.guide == head {
			same |= 2
		}
		g := uint32(d.guideRel) | same<<8
		out = append(out, feat1(60, g), feat2(61, g, d.t), feat2(62, g, d.w), feat3(63, g, h.t, d.t), feat3(64, g, h.w, d.t), feat2(65, g, k.w), feat3(66, g, uint32(h.guideRel), d.t))
	}
	return out
}
