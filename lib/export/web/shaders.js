// The shaders. The light is that of lib/render/shading.py and lib/export/relight.py, function by function, so that
// the page and the workbook show the same picture. Everything is linear until `DEVELOP` encodes it at the end.

export const N_BENDS = 8;                                   // straight pieces of a camera's tone curve
export const LEVELS = [0, 0.15, 0.3, 0.45, 0.65, 0.9];      // roughness at which a panorama is blurred beforehand

const HEAD = `precision highp float; precision highp int;
const float PI = 3.14159265358979, EPS = 1e-6;
`;

export const PART_VERTEX = `${HEAD}
uniform mat4 modelMatrix, viewMatrix, projectionMatrix;
in vec3 position, normal;
in vec2 uv;
out vec3 v_position, v_normal;
out vec2 v_uv;
void main() {
  vec4 world = modelMatrix * vec4(position, 1.0);
  v_position = world.xyz;
  v_normal = mat3(modelMatrix) * normal;
  v_uv = uv;
  gl_Position = projectionMatrix * viewMatrix * world;
}`;

const PANORAMA = `
uniform sampler2D panorama;                  // linear radiance, row 0 at the top
uniform highp sampler2DArray blurred;        // the same, blurred for roughness LEVELS[1], [2], ...
uniform mat3 panorama_axes;                  // world direction -> (the subject's right, up, front), turned
vec2 where_in_panorama(vec3 direction) {
  vec3 d = panorama_axes * direction;
  return vec2(atan(d.x, d.z) / PI * 0.5 + 0.5, acos(clamp(d.y, -1.0, 1.0)) / PI);
}
`;

export const PART_FRAGMENT = `${HEAD}
in vec3 v_position, v_normal;
in vec2 v_uv;
out vec4 color;
uniform sampler2D diffuse_map, specular_map, roughness_map, normal_map;
uniform bvec4 use_map;                       // diffuse, specular, roughness, normal
uniform vec3 flat_diffuse;
uniform float flat_specular, flat_roughness, normal_range, opacity;
uniform mat3 turn;                           // of an eyeball that looks elsewhere
uniform vec3 cameraPosition;
uniform int light, show;                     // see viewer.js
uniform vec3 lamp_position, lamp_rgb;
uniform bool shadows;
uniform highp sampler2D shadow_depth;        // what the lamp sees, as in relight.py
uniform mat4 shadow_view;                    // world -> the lamp's camera, z forward
uniform vec4 shadow_lens;                    // focal length in px, near, far, lift off the surface
uniform vec3 room[9], irradiance[9];
uniform float occlusion[9], room_scale;
${PANORAMA}
void sh_basis(vec3 d, out float y[9]) {
  y[0] = 0.28209479177387814;
  y[1] = 0.4886025119029199 * d.y;
  y[2] = 0.4886025119029199 * d.z;
  y[3] = 0.4886025119029199 * d.x;
  y[4] = 1.0925484305920792 * d.x * d.y;
  y[5] = 1.0925484305920792 * d.y * d.z;
  y[6] = 0.31539156525252005 * (3.0 * d.z * d.z - 1.0);
  y[7] = 1.0925484305920792 * d.x * d.z;
  y[8] = 0.5462742152960396 * (d.x * d.x - d.y * d.y);
}
float fifth(float x) { return x * x * x * x * x; }
float softplus(float x) { return max(x, 0.0) + log(1.0 + exp(-10.0 * abs(x))) / 10.0; }

vec3 point_light(vec3 albedo, float s, float r, vec3 n) {      // Burley diffuse; GGX, Smith, Schlick
  vec3 to_light = lamp_position - v_position;
  float distance2 = max(dot(to_light, to_light), EPS);
  vec3 l = to_light * inversesqrt(distance2), v = normalize(cameraPosition - v_position);
  float n_l = dot(n, l), n_v = dot(n, v);
  if (n_l <= 0.0 || n_v <= 0.0) return vec3(0.0);
  float l_h = sqrt(max(0.5 + 0.5 * dot(l, v), EPS));
  float n_h = clamp((n_l + n_v) / (2.0 * l_h), 0.0, 1.0);
  float c_l = clamp(n_l, EPS, 1.0), c_v = clamp(n_v, EPS, 1.0);
  float bend = 2.0 * r * l_h * l_h - 0.5;
  float retro = (1.0 + bend * fifth(1.0 - c_l)) * (1.0 + bend * fifth(1.0 - c_v));
  float a2 = r * r * r * r;
  float lobe = max((1.0 - n_h) * (1.0 + n_h) + a2 * n_h * n_h, EPS);
  float smith = (c_l + sqrt(a2 + (1.0 - a2) * c_l * c_l)) * (c_v + sqrt(a2 + (1.0 - a2) * c_v * c_v));
  float f0 = 0.08 * s;
  float gloss = a2 / (PI * lobe * lobe) * (f0 + (1.0 - f0) * fifth(1.0 - l_h)) / smith;
  return (albedo * retro / PI + gloss) * n_l * lamp_rgb / distance2;
}
float seen_by_lamp(float z, ivec2 texel) {                     // 1 where nothing is before depth z
  float d = texelFetch(shadow_depth, texel, 0).r;
  float near = shadow_lens.y, far = shadow_lens.z;
  return z < near * far / (far - d * (far - near)) + shadow_lens.w ? 1.0 : 0.0;
}
float lit(vec3 n) {                                            // share of the lamp: 3 x 3 comparisons, made smooth
  ivec2 size = textureSize(shadow_depth, 0);
  vec3 p = (shadow_view * vec4(v_position + shadow_lens.w * n, 1.0)).xyz;
  vec2 px = clamp(p.xy / p.z * shadow_lens.x + 0.5 * vec2(size), vec2(2.0), vec2(size) - 3.0) - 0.5;
  ivec2 corner = ivec2(floor(px));
  vec2 part = px - vec2(corner);
  float total = 0.0;
  for (int j = -1; j <= 2; ++j) for (int i = -1; i <= 2; ++i) {
    vec2 weight = vec2(i == -1 ? 1.0 - part.x : i == 2 ? part.x : 1.0, j == -1 ? 1.0 - part.y : j == 2 ? part.y : 1.0);
    total += weight.x * weight.y * seen_by_lamp(p.z, corner + ivec2(i, j));
  }
  return total / 9.0;
}
vec3 room_light(vec3 albedo, vec3 n) {                         // the capture's own: CoRA's ambient term
  float y[9], blocked = 0.0;
  sh_basis(n, y);
  vec3 total = vec3(0.0);
  for (int k = 0; k < 9; ++k) { total += y[k] * room[k]; blocked += y[k] * occlusion[k]; }
  return vec3(softplus(total.r), softplus(total.g), softplus(total.b)) / (1.0 + exp(-blocked)) * albedo * room_scale;
}
vec3 looked(int level, vec2 at) {
  return level == 0 ? textureLod(panorama, at, 0.0).rgb : textureLod(blurred, vec3(at, float(level - 1)), 0.0).rgb;
}
vec3 environment(vec3 albedo, float s, float r, vec3 n) {      // split sum, as relight.Environment has it
  float y[9], n_v;
  sh_basis(panorama_axes * n, y);
  vec3 arriving = vec3(0.0), v = normalize(cameraPosition - v_position);
  for (int k = 0; k < 9; ++k) arriving += y[k] * irradiance[k];
  n_v = clamp(dot(n, v), 0.0, 1.0);
  vec2 at = where_in_panorama(2.0 * n_v * n - v);
  const float levels[${LEVELS.length}] = float[](${LEVELS.map((r) => r.toFixed(2)).join(", ")});
  int low = 0;
  for (int k = 1; k < ${LEVELS.length - 1}; ++k) if (r >= levels[k]) low = k;
  float part = clamp((r - levels[low]) / (levels[low + 1] - levels[low]), 0.0, 1.0);
  vec3 gloss = mix(looked(low, at), looked(low + 1, at), part);
  vec4 c = r * vec4(-1.0, -0.0275, -0.572, 0.022) + vec4(1.0, 0.0425, 1.04, -0.04);
  float a = min(c.x * c.x, exp2(-9.28 * n_v)) * c.x + c.y;
  return albedo / PI * max(arriving, 0.0) + gloss * (0.08 * s * (-1.04 * a + c.z) + 1.04 * a + c.w);
}
void main() {
  vec3 albedo = use_map.x ? texture(diffuse_map, v_uv).rgb : flat_diffuse;
  float s = use_map.y ? texture(specular_map, v_uv).r : flat_specular;
  float r = use_map.z ? texture(roughness_map, v_uv).r : flat_roughness;
  vec3 n = normalize(v_normal);
  // The map holds the difference from the mesh's own normal, in the world's frame: 0 is stored as 128 of 255.
  if (use_map.w) n = normalize(n + turn * ((texture(normal_map, v_uv).rgb * 255.0 - 128.0) / 127.0 * normal_range));
  vec3 total = vec3(0.0);
  if (show == 0) {
    if (light == 2) total = environment(albedo, s, r, n);
    else {
      total = point_light(albedo, s, r, n);
      if (shadows) total *= lit(n);
      if (room_scale > 0.0) total += room_light(albedo, n);
    }
  } else if (show == 1) total = pow(albedo, vec3(1.0 / 2.2));
  else if (show == 2) total = vec3(s);
  else if (show == 3) total = vec3(r);
  else if (show == 4) total = 0.5 + 0.5 * n;
  else {
    vec2 square = floor(48.0 * v_uv);
    float shade = 0.55 + 0.45 * max(dot(n, normalize(cameraPosition - v_position)), 0.0);
    total = (mod(square.x + square.y, 2.0) < 0.5 ? vec3(0.22, 0.24, 0.28) : vec3(0.86, 0.87, 0.90)) * shade;
  }
  color = vec4(min(total, 60000.0), opacity);               // half floats end at 65504
}`;

export const SHADOW_VERTEX = `${HEAD}
uniform mat4 modelMatrix, viewMatrix, projectionMatrix;
in vec3 position;
void main() { gl_Position = projectionMatrix * viewMatrix * modelMatrix * vec4(position, 1.0); }`;

export const SHADOW_FRAGMENT = `${HEAD}
out vec4 color;
void main() { color = vec4(1.0); }`;

export const LINE_FRAGMENT = `${HEAD}
out vec4 color;
uniform vec3 line;
void main() { color = vec4(line, 1.0); }`;

export const SCREEN_VERTEX = `${HEAD}
in vec3 position;
out vec2 at;
void main() { at = position.xy * 0.5 + 0.5; gl_Position = vec4(position.xy, 1.0, 1.0); }`;

export const BACKDROP_FRAGMENT = `${HEAD}
in vec2 at;
out vec4 color;
uniform mat4 to_world;                       // clip space -> world
uniform vec3 eye;
${PANORAMA}
void main() {
  vec4 far = to_world * vec4(at * 2.0 - 1.0, 0.5, 1.0);
  color = vec4(min(textureLod(panorama, where_in_panorama(normalize(far.xyz / far.w - eye)), 0.0).rgb, 60000.0), 1.0);
}`;

// From linear radiance to the screen: as the photo's camera would (its gamma and tone curve), or as film programs do.
export const DEVELOP_FRAGMENT = `${HEAD}
in vec2 at;
out vec4 color;
uniform sampler2D radiance;                  // premultiplied by its alpha
uniform float exposure, gamma, rise[${N_BENDS}];
uniform int tone;                            // 0 photo, 1 sRGB, 2 neutral, 3 ACES, 4 none: the values as they are
uniform vec3 background;
vec3 srgb(vec3 x) {
  x = clamp(x, 0.0, 1.0);
  return mix(1.055 * pow(x, vec3(1.0 / 2.4)) - 0.055, 12.92 * x, vec3(lessThanEqual(x, vec3(0.0031308))));
}
float photo(float x) {                       // lib/fields/light.py: response, on the encoded scale
  float e = pow(max(x, 1e-5), 1.0 / gamma), bent = e * rise[0];
  for (int k = 1; k < ${N_BENDS}; ++k) bent += max(e - float(k) / ${N_BENDS}.0, 0.0) * (rise[k] - rise[k - 1]);
  return bent * pow(min(x / 1e-5, 1.0), 1.0 / gamma);
}
vec3 neutral(vec3 c) {                       // Khronos PBR neutral tone mapper
  float x = min(c.r, min(c.g, c.b)), offset = x < 0.08 ? x - 6.25 * x * x : 0.04;
  c -= offset;
  float peak = max(c.r, max(c.g, c.b));
  if (peak < 0.76) return c;
  float next = 1.0 - 0.0576 / (peak + 0.24 - 0.76);
  return mix(c * next / peak, vec3(next), 1.0 - 1.0 / (0.15 * (peak - next) + 1.0));
}
vec3 aces(vec3 c) {                          // Hill's fit of the ACES reference transform
  c = mat3(0.59719, 0.07600, 0.02840, 0.35458, 0.90834, 0.13383, 0.04823, 0.01566, 0.83777) * c;
  c = (c * (c + 0.0245786) - 0.000090537) / (c * (0.983729 * c + 0.4329510) + 0.238081);
  return mat3(1.60475, -0.10208, -0.00327, -0.53108, 1.10813, -0.07276, -0.07367, -0.00605, 1.07602) * c;
}
void main() {
  vec4 c = texture(radiance, at);
  vec3 x = max(c.rgb, 0.0) * exposure, shown;
  if (tone == 0) shown = vec3(photo(x.r), photo(x.g), photo(x.b));
  else if (tone == 1) shown = srgb(x);
  else if (tone == 2) shown = srgb(neutral(x));
  else if (tone == 3) shown = srgb(aces(x / 0.6));
  else shown = c.rgb;
  color = vec4(clamp(shown, 0.0, 1.0) + (1.0 - c.a) * background, 1.0);
}`;
