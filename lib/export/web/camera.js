// The camera: a pinhole with a photo's lens that turns about a target. World frame and lens are OpenCV's
// (x right, y down, z forward; pixels); three.js looks along -z with y up.

import { Matrix4, PerspectiveCamera, Quaternion, Vector3 } from "three";

const STEEPEST = 0.09;      // radians between the line of sight and the vertical, at least

export class Camera {
  /** middle and radius of the head's bounding sphere, front and up as the photos agree on them. */
  constructor({ middle, radius, front, up }) {
    Object.assign(this, { middle, radius, front, up, shot: null, target: middle.clone() });
    this.three = new PerspectiveCamera();
    this.three.matrixAutoUpdate = false;
    this.position = new Vector3();
    this.turn = new Quaternion();
  }

  get distance() { return this.position.distanceTo(this.target); }
  axis(x, y, z) { return new Vector3(x, y, z).applyQuaternion(this.turn); }

  /** Stands where a photo was taken, with its lens. */
  stand(shot) {
    const m = shot.c2w;                                       // rows of a 4 x 4 matrix
    const [right, down, forward] = [0, 1, 2].map((k) => new Vector3(m[0][k], m[1][k], m[2][k]));
    this.position.set(m[0][3], m[1][3], m[2][3]);
    this.turn.setFromRotationMatrix(new Matrix4().makeBasis(right, down.negate(), forward.clone().negate()));
    this.target = this.position.clone().addScaledVector(forward, this.middle.clone().sub(this.position).dot(forward));
    this.lens = { fx: shot.K[0][0], fy: shot.K[1][1], cx: shot.K[0][2], cy: shot.K[1][2], width: shot.width, height: shot.height };
    this.shot = shot;
  }

  /** Stands in front of the head, where no photo is known. */
  standInFront() {
    const size = 1000, focal = 1900;                          // about 30 degrees
    this.position.copy(this.middle).addScaledVector(this.front, this.radius * 4.2);
    const back = this.front.clone(), right = new Vector3().crossVectors(this.up, back).normalize();
    this.turn.setFromRotationMatrix(new Matrix4().makeBasis(right, new Vector3().crossVectors(back, right), back));
    this.target = this.middle.clone();
    this.lens = { fx: focal, fy: focal, cx: size / 2, cy: size / 2, width: size, height: size };
    this.shot = null;
  }

  /** Where the photo's frame lies on a canvas of this size: the largest that fits, in its middle. */
  frame(width, height) {
    const scale = Math.min(width / this.lens.width, height / this.lens.height);
    const [w, h] = [this.lens.width * scale, this.lens.height * scale];
    return { x: (width - w) / 2, y: (height - h) / 2, width: w, height: h, scale };
  }

  /** Writes pose and projection into the three.js camera. */
  update(width, height) {
    const { three, lens } = this, { x, y, scale } = this.frame(width, height);
    const away = this.position.distanceTo(this.middle), near = Math.max(away - 2 * this.radius, 0.004 * this.radius);
    const far = away + 2 * this.radius, [cx, cy] = [x + lens.cx * scale, y + lens.cy * scale];
    three.projectionMatrix.set(
      2 * lens.fx * scale / width, 0, 1 - 2 * cx / width, 0,
      0, 2 * lens.fy * scale / height, 2 * cy / height - 1, 0,
      0, 0, -(far + near) / (far - near), -2 * far * near / (far - near),
      0, 0, -1, 0);
    three.projectionMatrixInverse.copy(three.projectionMatrix).invert();
    three.position.copy(this.position);
    three.quaternion.copy(this.turn);
    three.updateMatrix();
    three.updateMatrixWorld(true);
  }

  /** Turns about the target: `sideways` about the head's vertical, `upwards` about the picture's horizontal; radians. */
  orbit(sideways, upwards) {
    const offset = this.position.clone().sub(this.target);
    const polar = offset.angleTo(this.up);
    upwards = Math.min(Math.max(upwards, polar - Math.PI + STEEPEST), polar - STEEPEST);
    const turn = new Quaternion().setFromAxisAngle(this.up, -sideways)
      .multiply(new Quaternion().setFromAxisAngle(this.axis(1, 0, 0), -upwards));
    this.position.copy(this.target).add(offset.applyQuaternion(turn));
    this.turn.premultiply(turn).normalize();
    this.shot = null;
  }

  /** Moves the picture by pixels of a canvas of this size. */
  pan(dx, dy, width, height) {
    const unit = this.distance / (this.lens.fx * this.frame(width, height).scale);
    const move = this.axis(1, 0, 0).multiplyScalar(-dx * unit).addScaledVector(this.axis(0, 1, 0), dy * unit);
    this.position.add(move);
    this.target.add(move);
    this.shot = null;
  }

  /** Comes nearer (factor below 1) or goes away. */
  zoom(factor) {
    const distance = Math.min(Math.max(this.distance * factor, 0.25 * this.radius), 30 * this.radius);
    this.position.sub(this.target).setLength(distance).add(this.target);
    this.shot = null;
  }

  /** Canvas position (px) of a world point, and whether it lies before the camera. */
  project(point, width, height) {
    const clip = point.clone().applyMatrix4(this.three.matrixWorldInverse);
    const ahead = clip.z < 0;
    clip.applyMatrix4(this.three.projectionMatrix);
    return { x: (clip.x * 0.5 + 0.5) * width, y: (0.5 - clip.y * 0.5) * height, ahead };
  }
}
