// Part of kernel-translate, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception

#include "Vocabulary.h"
#include "llvm/Support/ErrorHandling.h"

using namespace kt;

ArrayRef<StringRef> kt::kernelVerbs() {
  static constexpr StringRef words[] = {
      "apply", "compute", "update", "blend", "advance", "project", "scatter", "gather", "accumulate",
      "evaluate", "filter", "relax", "integrate", "sample", "normalize", "rescale", "transform", "shade",
      "resample", "estimate", "combine", "smooth", "split", "weigh", "track", "solve", "reduce", "damp", "mix",
      "fold", "measure", "sweep", "trace", "couple", "diffuse", "warp_field", "clip", "refine", "seed", "mask",
      "sort_out", "balance"};
  return words;
}

ArrayRef<StringRef> kt::outputNames() {
  static constexpr StringRef words[] = {
      "out", "result", "dst", "y", "output", "dest", "target", "res", "next_state", "values_out", "field_out",
      "sums", "totals", "hits", "written"};
  return words;
}

ArrayRef<StringRef> kt::structParamNames() {
  static constexpr StringRef words[] = {
      "params", "config", "material", "model", "settings", "state", "cfg", "props"};
  return words;
}

ArrayRef<StringRef> kt::structNames() {
  static constexpr StringRef words[] = {
      "Material", "Params", "Particle", "Spring", "Body", "Config", "Cell", "Probe", "Lens", "Source", "Joint",
      "Medium", "Layer", "Agent"};
  return words;
}

ArrayRef<StringRef> kt::fieldNames() {
  static constexpr StringRef words[] = {
      "stiffness", "damping", "mass", "radius", "density", "drag", "gain", "offset", "scale", "origin", "axis",
      "rate", "limit", "width", "height", "bias", "center", "extent", "spin", "tension"};
  return words;
}

ArrayRef<StringRef> kt::funcNames() {
  static constexpr StringRef words[] = {
      "falloff", "blend_with", "clamp_to", "weigh_by", "spline_at", "shape_of", "kernel_at", "attenuate",
      "remap", "soften", "bump", "ease", "curve_at", "ramp", "pull", "squash", "respond", "penalty"};
  return words;
}

ArrayRef<StringRef> kt::commentTexts() {
  static constexpr StringRef words[] = {
      "keep it bounded", "weight of this sample", "nothing to do past the edge", "accumulate the contribution",
      "combine both terms", "local copy", "falls off with distance", "one step", "guard against small values",
      "in local coordinates", "see the boundary terms", "relaxed update", "running value"};
  return words;
}

ArrayRef<StringRef> kt::reservedWords() {
  static constexpr StringRef words[] = {
      "False", "None", "True", "and", "as", "assert", "async", "await", "break", "class", "continue", "def",
      "del", "elif", "else", "except", "finally", "for", "from", "global", "if", "import", "in", "is", "lambda",
      "nonlocal", "not", "or", "pass", "raise", "return", "try", "while", "with", "int", "float", "bool",
      "abs", "min", "max", "len", "range", "round", "pow", "print", "type", "wp"};
  return words;
}

ArrayRef<StringRef> kt::kernelObjects(Category category) {
  switch (category) {
  case Category::Arithmetic: {
    static constexpr StringRef words[] = {
        "values", "samples", "signal", "readings", "weights", "offsets", "counts", "ratios", "prices", "levels",
        "residuals", "scores"};
    return words;
  }
  case Category::Vector: {
    static constexpr StringRef words[] = {
        "velocities", "positions", "normals", "directions", "forces", "rays", "colors", "points", "tangents",
        "displacements", "fluxes"};
    return words;
  }
  case Category::Matrix: {
    static constexpr StringRef words[] = {
        "frames", "transforms", "stress_tensors", "jacobians", "rotations", "covariances", "inertias",
        "deformations", "metrics", "hessians"};
    return words;
  }
  case Category::ControlFlow: {
    static constexpr StringRef words[] = {
        "paths", "states", "agents", "steps", "events", "schedules", "queues", "searches", "walks", "regions"};
    return words;
  }
  case Category::Math: {
    static constexpr StringRef words[] = {
        "waves", "angles", "responses", "spectra", "profiles", "phases", "envelopes", "densities", "potentials",
        "curves"};
    return words;
  }
  case Category::Atomic: {
    static constexpr StringRef words[] = {
        "histogram", "bins", "energy_total", "extrema", "counters", "tallies", "mass_sum", "contacts", "votes",
        "occupancy"};
    return words;
  }
  case Category::NestedLoop: {
    static constexpr StringRef words[] = {
        "pairs", "neighbors", "windows", "blocks", "tiles", "stencils", "interactions", "kernels_sum", "grids",
        "convolution"};
    return words;
  }
  case Category::MultiConditional: {
    static constexpr StringRef words[] = {
        "classes", "zones", "bands", "phases_of_flow", "materials_by_depth", "tiers", "categories", "modes",
        "segments", "labels"};
    return words;
  }
  case Category::Combined: {
    static constexpr StringRef words[] = {
        "particles", "scene", "fluid", "cloth", "contacts_and_forces", "springs", "bodies", "sensors",
        "terrain", "swarm"};
    return words;
  }
  case Category::ScalarParam: {
    static constexpr StringRef words[] = {
        "gain", "mixture", "threshold", "schedule", "ramp_up", "decay", "response_curve", "controller",
        "exposure", "affine_map"};
    return words;
  }
  }
  llvm_unreachable("covered switch");
}

ArrayRef<StringRef> kt::inputNames(const Type *element) {
  if (element->isVector()) {
    static constexpr StringRef words[] = {
        "pos", "vel", "normals", "forces", "points", "dirs", "src_vec", "colors", "momentum", "rays", "axis_in",
        "tangent", "disp"};
    return words;
  }
  if (element->isMatrix()) {
    static constexpr StringRef words[] = {
        "mats", "frames", "rot", "stress", "jac", "basis_in", "cov", "tensor_in", "inertia_in", "F"};
    return words;
  }
  if (element->isQuaternion()) {
    static constexpr StringRef words[] = {
        "rots", "orient", "quats", "spin_in", "attitude"};
    return words;
  }
  if (!element->isFloat()) {
    static constexpr StringRef words[] = {
        "idx_in", "labels", "counts", "keys", "ids", "ranks", "codes", "mask", "steps_in", "level_in",
        "offsets", "bins_in"};
    return words;
  }
  static constexpr StringRef words[] = {
      "x", "a", "b", "u", "v", "w", "rho", "temp", "height", "pressure", "signal", "mass", "phase", "depth",
      "alpha_in", "field", "src", "density", "charge", "weight_in", "angle"};
  return words;
}

ArrayRef<StringRef> kt::scalarParamNames(const Type *type) {
  if (!type->isFloat()) {
    static constexpr StringRef words[] = {
        "n", "count", "steps", "limit", "order", "levels", "width", "stride", "offset_in", "mode", "period"};
    return words;
  }
  static constexpr StringRef words[] = {
      "alpha", "beta", "gamma", "dt", "scale", "bias", "gain", "threshold", "mu", "sigma", "k_s", "k_d",
      "eps_in", "radius", "decay", "rate", "speed", "factor"};
  return words;
}

ArrayRef<StringRef> kt::localNames(const Type *type) {
  if (type->isVector()) {
    static constexpr StringRef words[] = {
        "d", "dir", "n_vec", "offset", "velocity", "force", "p0", "p1", "axis", "grad_v", "push", "drift", "ray"};
    return words;
  }
  if (type->isMatrix()) {
    static constexpr StringRef words[] = {
        "M", "A", "R", "J", "S", "basis", "rot_m", "tensor", "frame", "K"};
    return words;
  }
  if (type->isQuaternion()) {
    static constexpr StringRef words[] = {
        "q", "rot", "spin", "orient_q", "turn"};
    return words;
  }
  if (type->isBool()) {
    static constexpr StringRef words[] = {
        "ok", "inside", "active", "near", "done", "valid"};
    return words;
  }
  if (!type->isFloat()) {
    static constexpr StringRef words[] = {
        "cnt", "flag", "num", "tag", "span", "shift_by", "slot_no", "rank_of", "which", "bits_of", "code"};
    return words;
  }
  static constexpr StringRef words[] = {
      "s", "t", "val", "f", "g", "e", "ratio", "delta", "amount", "level", "mag", "term", "coef", "phi",
      "theta", "tmp", "local_sum", "z", "lerped", "base", "peak", "slope_of", "fade"};
  return words;
}
