// Part of kernel-translate, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Geometry of points, edges and triangles.

#include "Vectors.h"
#include <array>

namespace kt {

template <class S>
using Point = std::array<S, 3>;

template <class S>
static Point<S> pointOf(Call &call, unsigned i) {
  const S *scalars = call.arg<S>(i);
  return {scalars[0], scalars[1], scalars[2]};
}

template <class S>
static Point<S> minus(const Point<S> &a, const Point<S> &b) {
  return {a[0] - b[0], a[1] - b[1], a[2] - b[2]};
}

template <class S>
static S dot(const Point<S> &a, const Point<S> &b) {
  return dot(a.data(), b.data(), 3);
}

// Edges
// -----

/// The squared distance of p1 + s d1 and p2 + t d2 is a s^2 - 2 b s t + e t^2 + 2 c s - 2 f t and what is constant.
static void closestOfEdges(Call &call) {
  auto p1 = pointOf<float>(call, 0), d1 = minus(pointOf<float>(call, 1), p1);
  auto p2 = pointOf<float>(call, 2), d2 = minus(pointOf<float>(call, 3), p2);
  auto between = minus(p1, p2);
  float epsilon = *call.arg<float>(4);
  float a = dot(d1, d1), b = dot(d1, d2), c = dot(d1, between), e = dot(d2, d2), f = dot(d2, between);
  bool hasFirst = a > epsilon, hasSecond = e > epsilon;
  auto inRange = [](float x) { return smaller(larger(x, 0.0f), 1.0f); };
  // Where it is least along one edge for a point of the other.
  auto onFirst = [&](float t) { return hasFirst ? inRange((b * t - c) / a) : 0.0f; };
  auto onSecond = [&](float s) { return hasSecond ? (b * s + f) / e : 0.0f; };

  float s = 0, determinant = a * e - b * b;
  if (!hasSecond)
    s = onFirst(0);
  else if (hasFirst && determinant != 0)
    s = inRange((b * f - c * e) / determinant);
  float t = onSecond(s);
  if (t != inRange(t)) {
    t = inRange(t);
    s = onFirst(t);
  }
  Point<float> gap;
  for (unsigned i = 0; i != 3; ++i)
    gap[i] = (p2[i] + d2[i] * t) - (p1[i] + d1[i] * s);
  float result[] = {s, t, length(gap.data(), 3)};
  std::copy(result, result + 3, call.result<float>());
}

// Triangles
// ---------

namespace {
template <class S>
struct Triangle {
  Point<S> corners[3];

  Point<S> normal() const {
    Point<S> result;
    cross(minus(corners[1], corners[0]).data(), minus(corners[2], corners[0]).data(), result.data());
    return result;
  }
  /// Of a point from the plane, in lengths of the normal.
  S height(const Point<S> &point) const {
    Point<S> up = normal();
    S distance = dot(up, point) + -dot(up, corners[0]);
    return std::abs(distance) < 1e-6 ? S(0) : distance;
  }
};

template <class S>
struct Range {
  S from, to;
};
} // namespace

/// The sign of the area of a, b and c in two dimensions, of which `drop` is none.
template <class S>
static int turn(const Point<S> &a, const Point<S> &b, const Point<S> &c, unsigned drop) {
  unsigned x = drop == 0 ? 1 : 0, y = drop == 2 ? 1 : 2;
  S left = (b[y] - a[y]) * (c[x] - a[x]), right = (b[x] - a[x]) * (c[y] - a[y]);
  return (left > right) - (left < right);
}

/// Do the edges have a point in common that is not all of a line? They do if the ends of each are not on one side of
/// the other.
template <class S>
static bool edgesMeet(const Point<S> &a, const Point<S> &b, const Point<S> &c, const Point<S> &d, unsigned drop) {
  int first = turn(a, b, c, drop), second = turn(a, b, d, drop);
  return !(first == 0 && second == 0) && first * second <= 0 && turn(c, d, a, drop) * turn(c, d, b, drop) <= 0;
}

template <class S>
static bool isInside(const Point<S> &point, const Triangle<S> &triangle, unsigned drop) {
  const Point<S> *corners = triangle.corners;
  int side = turn(corners[0], corners[1], point, drop);
  return side != 0 && side == turn(corners[1], corners[2], point, drop) &&
         side == turn(corners[2], corners[0], point, drop);
}

template <class S>
static bool flatMeet(const Triangle<S> &v, const Triangle<S> &u) {
  Point<S> up = v.normal();
  for (S &part : up)
    part = std::abs(part);
  unsigned drop = up[0] > up[1] ? (up[0] > up[2] ? 0 : 2) : (up[2] > up[1] ? 2 : 1);
  for (unsigned i = 0; i != 9; ++i)
    if (edgesMeet(v.corners[i / 3], v.corners[(i / 3 + 1) % 3], u.corners[i % 3], u.corners[(i % 3 + 1) % 3], drop))
      return true;
  return isInside(v.corners[0], u, drop) || isInside(u.corners[0], v, drop);
}

/// The corner whose side no other corner is on; nothing if all are on the plane.
template <class S>
static std::optional<unsigned> lonely(const Point<S> &heights) {
  for (unsigned i : {2, 1})
    if (heights[0] * heights[3 - i] > S(0))
      return i;
  if (heights[1] * heights[2] > S(0))
    return 0;
  for (unsigned i = 0; i != 3; ++i)
    if (heights[i] != S(0))
      return i;
  return std::nullopt;
}

/// Which positions along the line where the planes meet the triangle has, each multiplied by `scales`.
template <class S>
static Range<S> crossingOf(const Triangle<S> &triangle, const Point<S> &heights, unsigned alone, unsigned axis,
                           S &scale, S otherScale) {
  unsigned next = alone == 0 ? 1 : 0, last = alone == 2 ? 1 : 2;
  S at = triangle.corners[alone][axis], height = heights[alone];
  S toNext = height - heights[next], toLast = height - heights[last];
  scale = toNext * toLast;
  S whole = at * (scale * otherScale);
  S first = whole + (triangle.corners[next][axis] - at) * height * toLast * otherScale;
  S second = whole + (triangle.corners[last][axis] - at) * height * toNext * otherScale;
  return {smaller(first, second), larger(first, second)};
}

template <class S>
static bool trianglesMeet(const Triangle<S> &v, const Triangle<S> &u) {
  Point<S> ofV, ofU;
  for (unsigned i = 0; i != 3; ++i)
    ofV[i] = u.height(v.corners[i]), ofU[i] = v.height(u.corners[i]);
  for (const Point<S> &heights : {ofU, ofV})
    if (heights[0] * heights[1] > S(0) && heights[0] * heights[2] > S(0))
      return false;
  std::optional<unsigned> aloneV = lonely(ofV), aloneU = lonely(ofU);
  if (!aloneV || !aloneU)
    return flatMeet(v, u);
  Point<S> line;
  cross(v.normal().data(), u.normal().data(), line.data());
  unsigned axis = 0;
  for (unsigned i : {1, 2})
    if (std::abs(line[i]) > std::abs(line[axis]))
      axis = i;
  S scaleV, scaleU;
  crossingOf(u, ofU, *aloneU, axis, scaleU, S(1));
  Range<S> first = crossingOf(v, ofV, *aloneV, axis, scaleV, scaleU);
  Range<S> second = crossingOf(u, ofU, *aloneU, axis, scaleU, scaleV);
  return !(first.to < second.from || second.to < first.from);
}

template <class S>
static void intersectTriangles(Call &call) {
  Triangle<S> v, u;
  for (unsigned i = 0; i != 3; ++i)
    v.corners[i] = pointOf<S>(call, i), u.corners[i] = pointOf<S>(call, i + 3);
  *call.result<int32_t>() = trianglesMeet(v, u);
}

ArrayRef<BuiltinEntry> geometry() {
  static const BuiltinEntry entries[] = {
      {"closest_point_edge_edge", always<closestOfEdges>},
      {"intersect_tri_tri",
       perScalar<[]<Float S>(Tag<S>, Call &call)
                   requires(sizeof(S) >= 4)
                 { intersectTriangles<S>(call); }>},
      };
  return entries;
}

} // namespace kt
