#pragma once
#include <gvc.h>

// Graphviz keeps a layout behind macros that Swift cannot call.

static inline Agraph_t *graphviz_open_directed(char *name) { return agopen(name, Agdirected, 0); }
static inline double graphviz_graph_width(Agraph_t *g) { return GD_bb(g).UR.x; }
static inline double graphviz_graph_height(Agraph_t *g) { return GD_bb(g).UR.y; }
static inline double graphviz_node_x(Agnode_t *n) { return ND_coord(n).x; }
static inline double graphviz_node_y(Agnode_t *n) { return ND_coord(n).y; }
static inline size_t graphviz_curve_count(Agedge_t *e) { return ED_spl(e) ? (size_t)ED_spl(e)->size : 0; }
static inline size_t graphviz_point_count(Agedge_t *e, size_t curve) { return (size_t)ED_spl(e)->list[curve].size; }
static inline double graphviz_point_x(Agedge_t *e, size_t curve, size_t point) { return ED_spl(e)->list[curve].list[point].x; }
static inline double graphviz_point_y(Agedge_t *e, size_t curve, size_t point) { return ED_spl(e)->list[curve].list[point].y; }
// The tip of an arrow at the end of a curve; the curve itself ends where the arrow begins.
static inline int graphviz_has_tip(Agedge_t *e, size_t curve) { return ED_spl(e)->list[curve].eflag != 0; }
static inline double graphviz_tip_x(Agedge_t *e, size_t curve) { return ED_spl(e)->list[curve].ep.x; }
static inline double graphviz_tip_y(Agedge_t *e, size_t curve) { return ED_spl(e)->list[curve].ep.y; }
