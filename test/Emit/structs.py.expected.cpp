// structs.py, translated by kernel-translate 0.1.0
#include "kt-runtime/kernel.h"

struct Particle {
  wp::vec3 position;
  float mass = {};
  wp::int8 kind = {};
};

struct World {
  wp::vec3 gravity;
  wp::array_t<Particle> particles;
};

static inline void fall(const wp::thread_t &thread, const World &world, float dt) {
  const int i = thread.x;                               // 27: i = wp.tid()
  Particle p = world.particles[i];                      // 28: p = world.particles[i]
  p.position = p.position + world.gravity * (dt * dt);  // 29: p.position = p.position + world.gravity * (dt * dt)
  p.position[1] = wp::max(p.position[1], 0.0f);         // 30: p.position[1] = wp.max(p.position[1], 0.0)
  Particle q = Particle();                              // 31: q = Particle()
  q.mass = p.mass;                                      // 32: q.mass = p.mass
  world.particles[i] = p;                               // 33: world.particles[i] = p
  world.particles[i].mass += q.mass;                    // 34: world.particles[i].mass += q.mass
}

struct wp_args_fall_2c0f7b14 {
  World world;
  float dt;
};

extern "C" void fall_2c0f7b14_cpu_forward(wp::launch_bounds_t dim, wp_args_fall_2c0f7b14 *args) {
  wp::launch<1, fall>(dim, args->world, args->dt);
}
