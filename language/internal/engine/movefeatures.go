package engine

// moveFeatures is room for all features of a transition.
const moveFeatures = 192

func feat4(t, a, b, c, d uint32) uint32 { return feat3(t, a, b, c|d<<16) }

// distance in steps that grow.
func distance(a, b int32) uint32 {
	d := b - a
	if d < 0 {
		d = -d
	}
	switch {
	case d < 5:
		return uint32(d)
	case d < 8:
		return 5
	case d < 14:
		return 6
	}
	return 7
}

func fold64(x uint64) uint32 { return fold(x * mixB) }

// MoveFeatures appends the features of the next transition.
func (s *State) MoveFeatures(out []uint32) []uint32 {
	i0, i1, i2, j0, j1 := s.top(0), s.top(1), s.top(2), s.ahead(0), s.ahead(1)
	n := s.Nodes
	s0, s1, s2, b0, b1, b2, b3 := &n[i0], &n[i1], &n[i2], &n[j0], &n[j1], &n[s.ahead(2)], &n[s.ahead(3)]
	s0l, s0r, s0l2, s0r2 := &n[s0.left], &n[s0.right], &n[s0.left2], &n[s0.right2]
	s1l, s1r, s1r2 := &n[s1.left], &n[s1.right], &n[s1.right2]
	b0l, b0l2 := &n[b0.left], &n[b0.left2]
	k0, k1, kb := &n[s0.kase], &n[s1.kase], &n[b0.kase]
	s0r_k := &n[s0r.kase]
	d0, d1 := distance(i0, j0), distance(i1, i0)
	if i0 == 0 {
		d0 = 8
	}
	if i1 == 0 {
		d1 = 8
	}
	if j0 == 0 {
		d0 = 9
	}
	between0 := uint32(min(b0.commas-s0.commas, 3)) | uint32(min(b0.verbs-s0.verbs, 2))<<2
	between1 := uint32(min(s0.commas-s1.commas, 3)) | uint32(min(s0.verbs-s1.verbs, 2))<<2
	v0 := uint32(s0.count[0]) | uint32(s0.count[1])<<3
	v1 := uint32(s1.count[0]) | uint32(s1.count[1])<<3
	vb := uint32(b0.count[0])
	set0l, set0r, setbl := fold64(s0.sets[0]+1), fold64(s0.sets[1]+2), fold64(b0.sets[0]+3)
	set1l, set1r := fold64(s1.sets[0]+4), fold64(s1.sets[1]+5)
	rl0, rr0 := uint32(s0l.Rel), uint32(s0r.Rel)
	out = append(out,
		feat1(1, 0),
		feat1(2, s0.w), feat1(3, s0.t), feat2(4, s0.w, s0.p), feat1(5, s1.w), feat1(6, s1.t), feat2(7, s1.w, s1.p),
		feat1(8, s2.w), feat1(9, s2.t), feat1(10, b0.w), feat1(11, b0.t), feat2(12, b0.w, b0.p), feat1(13, b1.w), feat1(14, b1.t),
		feat2(15, b1.w, b1.p), feat1(16, b2.w), feat1(17, b2.t), feat1(18, b3.t), feat1(19, b3.w),

		feat2(20, s0.w, b0.w), feat2(21, s0.w, b0.t), feat2(22, s0.t, b0.w), feat2(23, s0.t, b0.t), feat2(24, s0.p, b0.p),
		feat2(25, s1.w, s0.w), feat2(26, s1.w, s0.t), feat2(27, s1.t, s0.w), feat2(28, s1.t, s0.t), feat2(29, s1.p, s0.p),
		feat2(30, s1.w, b0.w), feat2(31, s1.w, b0.t), feat2(32, s1.t, b0.w), feat2(33, s1.t, b0.t),
		feat2(34, b0.w, b1.w), feat2(35, b0.w, b1.t), feat2(36, b0.t, b1.w), feat2(37, b0.t, b1.t),
		feat2(38, s0.w, b1.t), feat2(39, s0.t, b1.t), feat2(40, s0.w, b1.w), feat2(41, s2.t, s0.t), feat2(42, s2.w, s0.w), feat2(43, s2.w, b0.t),
		feat2(44, s0.t, b1.w), feat2(45, s2.t, b0.w),

		feat3(46, s0.t, b0.t, b1.t), feat3(47, s1.t, s0.t, b0.t), feat3(48, s2.t, s1.t, s0.t), feat3(49, b0.t, b1.t, b2.t),
		feat3(50, s0.w, b0.t, b1.t), feat3(51, s0.t, b0.w, b1.t), feat3(52, s0.t, b0.t, b1.w), feat3(53, s1.w, s0.t, b0.t),
		feat3(54, s1.t, s0.w, b0.t), feat3(55, s1.t, s0.t, b0.w), feat3(56, s0.w, b0.w, b1.t), feat3(57, s0.w, b0.w, s1.t),
		feat3(58, s1.w, s0.w, b0.t), feat3(59, s1.w, s0.t, b0.w), feat3(60, s1.t, s0.w, b0.w),
		feat4(61, s1.t, s0.t, b0.t, b1.t), feat4(62, s0.t, b0.t, b1.t, b2.t), feat4(63, s2.t, s1.t, s0.t, b0.t),
		feat4(64, b0.t, b1.t, b2.t, b3.t), feat4(65, s1.p, s0.w, b0.p, b1.p), feat4(66, s2.p, s1.p, s0.p, b0.p|b1.p<<8),

		feat3(67, s0.t, b0.t, d0), feat3(68, s0.w, b0.t, d0), feat3(69, s0.t, b0.w, d0), feat2(70, s0.w, d0), feat2(71, b0.w, d0),
		feat3(72, s1.t, s0.t, d1), feat3(73, s1.w, s0.t, d1), feat3(74, s1.t, s0.w, d1),
		feat3(75, s0.t, b0.t, between0), feat3(76, s1.t, s0.t, between1), feat4(77, s1.t, s0.t, b0.t, between1), feat3(78, s0.w, b0.t, between0),
		feat3(79, s1.w, s0.t, between1), feat4(80, s0.t, b0.t, b1.t, between0),

		feat2(81, s0.w, v0), feat2(82, s0.t, v0), feat2(83, s1.w, v1), feat2(84, s1.t, v1), feat2(85, b0.w, vb), feat2(86, b0.t, vb),
		feat3(87, s0.t, b0.t, v0), feat3(88, s1.t, s0.t, v1),
		feat2(89, s0.w, set0l), feat2(90, s0.t, set0l), feat2(91, s0.w, set0r), feat2(92, s0.t, set0r), feat2(93, b0.w, setbl), feat2(94, b0.t, setbl),
		feat2(95, s1.t, set1l), feat2(96, s1.t, set1r), feat2(97, s1.w, set1r), feat2(98, s1.w, set1l),
		feat3(99, s0.t, b0.t, set0l), feat3(100, s0.t, b0.t, set0r), feat3(101, s0.t, b0.t, setbl), feat3(102, s1.t, s0.t, set1r), feat3(103, s1.t, s0.t, set1l),
		feat3(104, s1.t, s0.t, set0l), feat3(105, s1.t, s0.t, set0r),
	)
	out = append(out,
		feat3(110, s0.t, s0r.t, b0.t), feat3(111, s0.t, s0l.t, b0.t), feat3(112, s0.t, b0.t, b0l.t), feat3(113, s1.t, s1r.t, s0.t),
		feat3(114, s1.t, s1l.t, s0.t), feat3(115, s1.t, s0.t, s0l.t), feat3(116, s1.t, s0.t, s0r.t),
		feat3(117, s0.w, s0r.w, b0.t), feat3(118, s0.w, s0l.w, b0.t), feat3(119, s0.t, b0.w, b0l.w), feat3(120, s1.w, s1r.w, s0.t),
		feat3(121, s1.t, s1r.w, s0.w), feat3(122, s0.t, s0r.w, b0.w), feat3(123, s0.t, s0l.w, b0.w),
		feat2(124, s0l.w, rl0), feat2(125, s0r.w, rr0), feat2(126, b0l.w, uint32(b0l.Rel)), feat2(127, s1r.w, uint32(s1r.Rel)),
		feat3(128, s0.w, rl0, uint32(s0l2.Rel)), feat3(129, s0.w, rr0, uint32(s0r2.Rel)), feat3(130, s0.t, rl0, uint32(s0l2.Rel)), feat3(131, s0.t, rr0, uint32(s0r2.Rel)),
		feat3(132, b0.t, uint32(b0l.Rel), uint32(b0l2.Rel)), feat3(133, s1.t, uint32(s1r.Rel), uint32(s1r2.Rel)),
		feat4(134, s0.t, s0r.t, s0r2.t, b0.t), feat4(135, b0.t, b0l.t, b0l2.t, s0.t), feat4(136, s1.t, s1r.t, s1r2.t, s0.t),
		feat4(137, s0.t, s0l.t, s0l2.t, b0.t), feat3(138, b0.t, b0l.t, uint32(b0l2.t)|uint32(b0l.Rel)<<8),
		feat4(139, s1.p, s0.p, rr0, uint32(s1r.Rel)|b0.p<<8),

		feat2(140, s1.w, k0.w), feat2(141, s1.t, k0.w), feat3(142, s1.t, k0.w, s0.w), feat3(143, s1.w, k0.w, s0.t), feat2(144, s2.w, k0.w), feat3(145, s2.t, s1.t, k0.w),
		feat2(146, s0.w, kb.w), feat2(147, s0.t, kb.w), feat3(148, s0.t, kb.w, b0.w), feat3(149, s0.w, kb.w, b0.t), feat2(150, s1.w, kb.w), feat3(151, s1.t, s0.t, kb.w),
		feat3(152, s1.w, s0.t, kb.w), feat3(153, k1.w, s1.t, s0.t), feat3(154, k0.w, s0.t, b0.t), feat3(155, k0.w, s0.t, b0.w), feat3(156, k0.w, kb.w, s0.t),
		feat3(157, s2.w, s1.t, k0.w), feat4(158, s2.p, s1.t, s0.t, kb.t), feat3(159, s0r_k.w, s0.t, b0.t), feat3(160, s1.t, s1r.t, k0.w), feat3(161, k1.w, k0.w, s1.t),
		feat3(162, s1.suffix, s0.t, b0.t), feat3(163, s0.suffix, b0.t, s1.t), feat3(164, b0.suffix, s0.t, b1.t),
	)
	if b0.guide != 0 || s0.guide != 0 {
		out = s.guideFeatures(out, i0, i1, j0)
	}
	return out
}

// guided is what the guiding parse says about the next transition: where it
// puts the heads of the top two of the stack and of the next word, and which
// dependents it still expects.
type guided struct{ head0, headb, head1, more uint32 }

func (g guided) all() uint32 { return g.head0 | g.headb<<3 | g.more<<6 }

func (s *State) guided(i0, i1, j0 int32) guided {
	s0, s1, b0 := &s.Nodes[i0], &s.Nodes[i1], &s.Nodes[j0]
	head := func(x *Node, at int32) uint32 {
		switch {
		case at == 0:
			return 0
		case x.guide == 0:
			return 1
		case x.guide == i0:
			return 2
		case x.guide == i1:
			return 3
		case x.guide == j0:
			return 4
		case x.guide > s.Next:
			return 5
		}
		return 6
	}
	g := guided{head0: head(s0, i0), headb: head(b0, j0), head1: head(s1, i1)}
	if s0.guideRite >= s.Next {
		g.more = 1
	}
	if s1.guideRite >= s.Next {
		g.more |= 2
	}
	if b0.guideLeft != 0 && b0.guideLeft < i0 {
		g.more |= 4
	}
	if b0.guideRite != 0 {
		g.more |= 8
	}
	return g
}

// guideFeatures appends the features of what the guide says.
func (s *State) guideFeatures(out []uint32, i0, i1, j0 int32) []uint32 {
	s0, s1, b0 := &s.Nodes[i0], &s.Nodes[i1], &s.Nodes[j0]
	g := s.guided(i0, i1, j0)
	h0, hb, h1, more, all := g.head0, g.headb, g.head1, g.more, g.all()
	r0, rb := uint32(s0.guideRel), uint32(b0.guideRel)
	return append(out,
		feat2(170, h0, more), feat2(171, all, h1), feat3(172, all, s0.t, b0.t), feat3(173, h0, r0, more), feat3(174, hb, rb, h0),
		feat3(175, all, r0, rb), feat3(176, h0|more<<3, s0.w, s1.t), feat3(177, h0|more<<3, s1.t, s0.t), feat3(178, hb, b0.w, s0.t),
		feat3(179, all, s1.t, s0.t), feat3(180, hb|more<<3, s0.w, b0.t), feat3(181, h0, s0.w, b0.w), feat3(182, h0, s1.w, s0.w),
		feat3(183, all|r0<<10, s0.t, s1.t),
	)
}
