// Part of kernel-translate, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// wp.closest_point_edge_edge, wp.intersect_tri_tri: functions of points alone.

#ifndef KT_RUNTIME_GEOMETRY_H
#define KT_RUNTIME_GEOMETRY_H

#include "kt-runtime/math.h"
#include "kt-runtime/vec.h"

namespace wp {

/// Where on the edges from `p1` to `q1` and from `p2` to `q2`, as parts of each from 0 to 1, they are closest, and how
/// far apart they are there. An edge whose squared length is no more than `epsilon` counts as its first point. After
/// Ericson, "Real-Time Collision Detection" (2005), 5.1.9.
KT_HOST_DEVICE inline vec_t<3, float> closest_point_edge_edge(const vec_t<3, float> &p1, const vec_t<3, float> &q1,
                                                              const vec_t<3, float> &p2, const vec_t<3, float> &q2,
                                                              float epsilon) {
  const vec_t<3, float> d1 = q1 - p1, d2 = q2 - p2, between = p1 - p2;
  const float a = dot(d1, d1), e = dot(d2, d2);
  const float along1 = dot(d1, between), along2 = dot(d2, between);
  float s = 0.0f;
  float t = 0.0f;
  if (a <= epsilon) {
    if (e > epsilon)
      t = clamp(along2 / e, 0.0f, 1.0f);
  } else if (e <= epsilon) {
    s = clamp(-along1 / a, 0.0f, 1.0f);
  } else {
    const float b = dot(d1, d2);
    const float area = a * e - b * b; // zero where they are parallel, and any point will do
    if (area != 0.0f)
      s = clamp((b * along2 - along1 * e) / area, 0.0f, 1.0f);
    t = (b * s + along2) / e;
    if (t < 0.0f) {
      t = 0.0f;
      s = clamp(-along1 / a, 0.0f, 1.0f);
    } else if (t > 1.0f) {
      t = 1.0f;
      s = clamp((b - along1) / a, 0.0f, 1.0f);
    }
  }
  return vec_t<3, float>(s, t, length(p2 + d2 * t - (p1 + d1 * s)));
}

// Triangles, after Möller, "A Fast Triangle-Triangle Intersection Test" (1997)
// ---------------------------------------------------------------------------

template <class T>
struct triangle_t {
  vec_t<3, T> corners[3];

  KT_HOST_DEVICE vec_t<3, T> normal() const { return cross(corners[1] - corners[0], corners[2] - corners[0]); }
  /// How far each corner of `other` is from the plane of this one, in lengths of its normal; zero if it is close to it.
  KT_HOST_DEVICE vec_t<3, T> distances(const triangle_t &other) const {
    const vec_t<3, T> up = normal();
    const T offset = -dot(up, corners[0]);
    vec_t<3, T> result;
    for (int i = 0; i < 3; ++i) {
      const T distance = dot(up, other.corners[i]) + offset;
      result.c[i] = double(abs(distance)) < 0.000001 ? T(0) : distance;
    }
    return result;
  }
};

/// Are all on one side, and none on the plane?
template <class T>
KT_HOST_DEVICE bool is_one_sided(const vec_t<3, T> &distances) {
  return distances.c[0] * distances.c[1] > T(0) && distances.c[0] * distances.c[2] > T(0);
}

/// The corner that is alone on its side of the plane; -1 if all are on the plane.
template <class T>
KT_HOST_DEVICE int lonely_corner(const vec_t<3, T> &d) {
  if (d.c[0] * d.c[1] > T(0))
    return 2;
  if (d.c[0] * d.c[2] > T(0))
    return 1;
  if (d.c[1] * d.c[2] > T(0) || d.c[0] != T(0))
    return 0;
  return d.c[1] != T(0) ? 1 : d.c[2] != T(0) ? 2 : -1;
}

/// What a triangle takes of the line in which two planes meet: from `at + to[0] / scale[0]` to `at + to[1] / scale[1]`.
template <class T>
struct crossing_t {
  T at, to[2], scale[2];

  /// `positions` are those of the corners along the line.
  KT_HOST_DEVICE crossing_t(const vec_t<3, T> &positions, const vec_t<3, T> &distances, int alone) {
    const int others[] = {alone == 0 ? 1 : 0, alone == 2 ? 1 : 2};
    at = positions.c[alone];
    for (int i = 0; i < 2; ++i) {
      to[i] = (positions.c[others[i]] - at) * distances.c[alone];
      scale[i] = distances.c[alone] - distances.c[others[i]];
    }
  }
};

/// Do the edges from `a0` to `a1` and from `b0` to `b1` meet, in two dimensions?
template <class T>
KT_HOST_DEVICE bool edges_meet(const vec_t<2, T> &a0, const vec_t<2, T> &a1, const vec_t<2, T> &b0,
                               const vec_t<2, T> &b1) {
  const vec_t<2, T> a = a1 - a0, b = b0 - b1, c = a0 - b0;
  T full = a.c[1] * b.c[0] - a.c[0] * b.c[1];
  T along_a = b.c[1] * c.c[0] - b.c[0] * c.c[1];
  T along_b = a.c[0] * c.c[1] - a.c[1] * c.c[0];
  if (full < T(0)) {
    full = -full;
    along_a = -along_a;
    along_b = -along_b;
  }
  return full > T(0) && along_a >= T(0) && along_a <= full && along_b >= T(0) && along_b <= full;
}

template <class T>
KT_HOST_DEVICE bool is_inside(const vec_t<2, T> &point, const vec_t<2, T> (&triangle)[3]) {
  T sides[3];
  for (int i = 0; i < 3; ++i) {
    const vec_t<2, T> &from = triangle[i], &to = triangle[(i + 1) % 3];
    const T a = to.c[1] - from.c[1], b = -(to.c[0] - from.c[0]);
    sides[i] = a * point.c[0] + b * point.c[1] + (-a * from.c[0] - b * from.c[1]);
  }
  return sides[0] * sides[1] > T(0) && sides[0] * sides[2] > T(0);
}

/// Of two triangles in one plane.
template <class T>
KT_HOST_DEVICE bool coplanar_meet(const triangle_t<T> &v, const triangle_t<T> &u) {
  // Seen along the axis that shows them largest.
  const vec_t<3, T> up = v.normal();
  const T x = abs(up.c[0]), y = abs(up.c[1]), z = abs(up.c[2]);
  const int dropped = x > y ? (x > z ? 0 : 2) : (z > y ? 2 : 1);
  const int first = dropped == 0 ? 1 : 0, second = dropped == 2 ? 1 : 2;
  vec_t<2, T> flat_v[3], flat_u[3];
  for (int i = 0; i < 3; ++i) {
    flat_v[i] = vec_t<2, T>(v.corners[i].c[first], v.corners[i].c[second]);
    flat_u[i] = vec_t<2, T>(u.corners[i].c[first], u.corners[i].c[second]);
  }
  for (int i = 0; i < 3; ++i)
    for (int j = 0; j < 3; ++j)
      if (edges_meet(flat_v[i], flat_v[(i + 1) % 3], flat_u[j], flat_u[(j + 1) % 3]))
        return true;
  return is_inside(flat_v[0], flat_u) || is_inside(flat_u[0], flat_v);
}

/// 1 if the triangles have a point in common, else 0.
template <class T>
KT_HOST_DEVICE int intersect_tri_tri(const vec_t<3, T> &v0, const vec_t<3, T> &v1, const vec_t<3, T> &v2,
                                     const vec_t<3, T> &u0, const vec_t<3, T> &u1, const vec_t<3, T> &u2) {
  const triangle_t<T> v = {{v0, v1, v2}}, u = {{u0, u1, u2}};
  const vec_t<3, T> of_u = v.distances(u);
  if (is_one_sided(of_u))
    return 0;
  const vec_t<3, T> of_v = u.distances(v);
  if (is_one_sided(of_v))
    return 0;
  const int alone_v = lonely_corner(of_v), alone_u = lonely_corner(of_u);
  if (alone_v < 0 || alone_u < 0)
    return coplanar_meet(v, u) ? 1 : 0;

  // Positions along the line where the planes meet are compared by the coordinate in which it is longest, and
  // multiplied by all four scales in place of divided by each.
  const vec_t<3, T> line = cross(v.normal(), u.normal());
  int axis = abs(line.c[1]) > abs(line.c[0]) ? 1 : 0;
  axis = abs(line.c[2]) > abs(line.c[axis]) ? 2 : axis;
  const crossing_t<T> a(vec_t<3, T>(v0.c[axis], v1.c[axis], v2.c[axis]), of_v, alone_v);
  const crossing_t<T> b(vec_t<3, T>(u0.c[axis], u1.c[axis], u2.c[axis]), of_u, alone_u);
  const T scale_a = a.scale[0] * a.scale[1], scale_b = b.scale[0] * b.scale[1], scale = scale_a * scale_b;
  const T a0 = a.at * scale + a.to[0] * a.scale[1] * scale_b, a1 = a.at * scale + a.to[1] * a.scale[0] * scale_b;
  const T b0 = b.at * scale + b.to[0] * scale_a * b.scale[1], b1 = b.at * scale + b.to[1] * scale_a * b.scale[0];
  return max(a0, a1) < min(b0, b1) || max(b0, b1) < min(a0, a1) ? 0 : 1;
}

} // namespace wp

#endif
