// The drawing on the page: paints when it must, moves with hand, wheel and fingers, finds what is under them.

import type { LineRow } from "./facts";
import { type Box, findBox, meet, surround } from "./picture";
import { onScreen, paint, PLATES_FROM, type View } from "./paint";
import { findPoint, findRoute, findShifts } from "./routes";
import type { Scene } from "./scene";

const SLICE_MS = 6;
const LIVE = 700;
/** Milliseconds after a movement in which one may still go on, and between two fresh pictures while it does. */
const [MOVING_MS, FRESH_MS] = [120, 240];
/** How far a picture may be enlarged, and how much of the window be blank, before a fresh one is painted at once. */
const [MOST_RATIO, MOST_BLANK] = [1.35, 0.15];
const [LEAST_K, MOST_K] = [0.03, 2.5];
const NEAR = 7;

/** What a person does on the drawing. */
export interface Hands {
  readonly choose: (id: string, many: boolean) => void;
  readonly chooseLine: (line: LineRow) => void;
  readonly clear: () => void;
  readonly open: (id: string) => void;
  readonly menu: (id: string) => void;
  readonly moved: (id: string, x: number, y: number) => void;
}

/** Paints a scene on a canvas and keeps its view. */
export class Stage {
  view: View = { k: 1, dx: 0, dy: 0 };
  /** Milliseconds of each frame of the gesture that is on. */
  frames: number[] = [];
  private scene: Scene | null = null;
  private front: { canvas: HTMLCanvasElement; view: View } | null = null;
  private job: { work: Generator<void>; canvas: HTMLCanvasElement; view: View } | null = null;
  private stale = true;
  private moved = -Infinity;
  private finished = -Infinity;
  private asked = 0;
  private drag: { id: string; x: number; y: number } | null = null;
  private readonly fingers = new Map<number, { x: number; y: number }>();

  constructor(readonly canvas: HTMLCanvasElement, private readonly field: HTMLElement, private readonly hands: Hands) {
    new ResizeObserver(() => this.refresh()).observe(field);
    this.listen();
  }

  get width(): number { return this.field.clientWidth; }
  get height(): number { return this.field.clientHeight; }

  /** Show a scene. */
  show(scene: Scene): void {
    this.scene = scene;
    this.refresh();
  }

  /** Paint again what may have changed. */
  refresh(): void {
    this.stale = true;
    this.wake();
  }

  /** Look at all of the picture, or at some boxes of it. */
  fit(boxes?: readonly Box[]): void {
    if (!this.scene) return;
    const { x, y, w, h } = surround([
      ...(boxes ?? this.scene.nodes.map(({ id }) => findBox(this.scene!.picture, id))),
      ...(boxes ? [] : this.scene.picture.bands.map(({ box }) => box)),
    ]);
    const k = Math.max(LEAST_K, Math.min(1.15, (this.width - 48) / w, (this.height - 48) / h));
    this.look({ k, dx: this.width / 2 - x * k, dy: this.height / 2 - y * k });
  }

  /** Bring boxes into sight, moving as little as may be; what does not fit makes it look from farther. */
  reveal(boxes: readonly Box[]): void {
    if (!boxes.length) return;
    const at = onScreen(surround(boxes), this.view);
    const all = { x: this.width / 2, y: this.height / 2, w: this.width - 24, h: this.height - 24 };
    if (at.w > all.w || at.h > all.h) {
      this.fit();
      return;
    }
    const over = (middle: number, size: number, room: number, centre: number): number =>
      middle - size / 2 < centre - room / 2 ? centre - room / 2 - (middle - size / 2)
        : middle + size / 2 > centre + room / 2 ? centre + room / 2 - (middle + size / 2) : 0;
    this.look({
      k: this.view.k, dx: this.view.dx + over(at.x, at.w, all.w, all.x), dy: this.view.dy + over(at.y, at.h, all.h, all.y),
    });
  }

  /** Enlarge about a point of the screen. */
  zoom(by: number, x = this.width / 2, y = this.height / 2): void {
    const k = Math.max(LEAST_K, Math.min(MOST_K, this.view.k * by));
    const ratio = k / this.view.k;
    this.look({ k, dx: x - (x - this.view.dx) * ratio, dy: y - (y - this.view.dy) * ratio });
  }

  /** Move the picture under the window. */
  pan(dx: number, dy: number): void {
    this.look({ ...this.view, dx: this.view.dx + dx, dy: this.view.dy + dy });
  }

  private look(view: View): void {
    this.view = view;
    this.moved = performance.now();
    this.refresh();
  }

  private wake(): void {
    if (!this.asked) this.asked = requestAnimationFrame((now) => this.frame(now));
  }

  private frame(now: number): void {
    this.asked = 0;
    const { scene } = this;
    if (!scene || !this.width || !this.height) return;
    this.frames.push(now);
    const live = scene.nodes.length + scene.lines.length < LIVE;
    const dpr = Math.min(window.devicePixelRatio || 1, scene.lines.length > 5_000 ? 1.5 : 3);
    const pen = this.measureOut(this.canvas, dpr);
    if (live) {
      for (const _ of paint(pen, this.dragged(scene), this.view, this.width, this.height, dpr)) continue;
      this.stale = false;
      this.front = this.job = null;
      return;
    }
    if (this.stale && !this.job && this.isDue()) {
      const canvas = this.front && this.front.canvas !== this.spare ? this.spare : this.other;
      const behind = this.measureOut(canvas, dpr);
      this.job = { work: paint(behind, this.dragged(scene), this.view, this.width, this.height, dpr), canvas, view: this.view };
      this.stale = false;
    }
    if (this.job) {
      const until = performance.now() + (this.front ? SLICE_MS : 60);
      let done = false;
      while (!done && performance.now() < until) done = this.job.work.next().done ?? false;
      if (done) {
        this.front = this.job;
        this.job = null;
        this.finished = performance.now();
      }
    }
    if (this.front) {
      const { view } = this.front;
      const ratio = this.view.k / view.k;
      pen.setTransform(1, 0, 0, 1, 0, 0);
      pen.fillStyle = scene.colours.paper;
      pen.fillRect(0, 0, this.canvas.width, this.canvas.height);
      pen.drawImage(
        this.front.canvas, (this.view.dx - view.dx * ratio) * dpr, (this.view.dy - view.dy * ratio) * dpr,
        this.front.canvas.width * ratio, this.front.canvas.height * ratio,
      );
    }
    if (this.job || this.stale) this.wake();
  }

  /** Say whether a fresh picture is due: while the last one moves and still shows enough, it is painted less often. */
  private isDue(): boolean {
    const now = performance.now();
    if (!this.front || this.drag || now - this.moved > MOVING_MS || now - this.finished > FRESH_MS) return true;
    const { view } = this.front;
    const ratio = this.view.k / view.k;
    if (ratio > MOST_RATIO || ratio < 1 / MOST_RATIO) return true;
    const [left, top] = [this.view.dx - view.dx * ratio, this.view.dy - view.dy * ratio];
    const blank = Math.max(left, this.width - left - this.width * ratio) / this.width + Math.max(top, this.height - top - this.height * ratio) / this.height;
    return blank > MOST_BLANK;
  }

  private readonly spare = document.createElement("canvas");
  private readonly other = document.createElement("canvas");

  private measureOut(canvas: HTMLCanvasElement, dpr: number): CanvasRenderingContext2D {
    const [w, h] = [Math.round(this.width * dpr), Math.round(this.height * dpr)];
    if (canvas.width !== w) canvas.width = w;
    if (canvas.height !== h) canvas.height = h;
    const pen = canvas.getContext("2d") as CanvasRenderingContext2D;
    pen.setTransform(dpr, 0, 0, dpr, 0, 0);
    return pen;
  }

  private dragged(scene: Scene): Scene {
    if (!this.drag) return scene;
    const places = new Map(scene.picture.places).set(this.drag.id, this.drag);
    return { ...scene, picture: { ...scene.picture, places } };
  }

  /** Find the node under a point of the screen. */
  findNode(x: number, y: number): string {
    if (!this.scene) return "";
    const plates = this.view.k >= PLATES_FROM;
    const finger = { x, y, w: 2, h: 2 };
    const found = [...this.scene.nodes].reverse().find(({ id }) => {
      const box = onScreen(findBox(this.scene!.picture, id), this.view);
      return meet(plates ? { ...box, h: Math.max(box.h, 24) } : { ...box, w: 22, h: 22 }, finger);
    });
    return found?.id ?? "";
  }

  /** Find the line under a point of the screen. */
  findLine(x: number, y: number): LineRow | null {
    if (!this.scene || this.scene.lines.length > 3_000) return null;
    const shifts = findShifts(this.scene.lines);
    const centre = onScreen(surround(this.scene.nodes.map(({ id }) => findBox(this.scene!.picture, id))), this.view).x;
    let [least, found]: [number, LineRow | null] = [NEAR, null];
    this.scene.lines.forEach((line, index) => {
      const [a, b] = [line.start, line.end].map((id) => onScreen(findBox(this.scene!.picture, id), this.view));
      if (!a || !b) return;
      const route = findRoute(a, b, shifts[index], centre);
      for (let t = 0.02; t < 1; t += 0.02) {
        const point = findPoint(route, t);
        const far = Math.hypot(point.x - x, point.y - y);
        if (far < least) [least, found] = [far, line];
      }
    });
    return found;
  }

  private listen(): void {
    const { field } = this;
    const at = (event: MouseEvent): [number, number] => {
      const box = field.getBoundingClientRect();
      return [event.clientX - box.left, event.clientY - box.top];
    };
    let [held, moved, last]: [string, boolean, readonly [string, number]] = ["", false, ["", 0]];
    field.addEventListener("pointerdown", (event) => {
      if (event.button !== 0 || (event.target as Element).closest("[role=menu]")) return;
      const [x, y] = at(event);
      this.fingers.set(event.pointerId, { x, y });
      field.setPointerCapture(event.pointerId);
      [held, moved] = [this.fingers.size === 1 ? this.findNode(x, y) : "", false];
    });
    field.addEventListener("pointermove", (event) => {
      const before = this.fingers.get(event.pointerId);
      if (!before) return;
      const [x, y] = at(event);
      if (!moved && Math.hypot(x - before.x, y - before.y) < 4) return;
      moved = true;
      const others = [...this.fingers].filter(([id]) => id !== event.pointerId).map(([, point]) => point);
      this.fingers.set(event.pointerId, { x, y });
      const other = others[0];
      if (other) {
        const [was, is] = [Math.hypot(before.x - other.x, before.y - other.y), Math.hypot(x - other.x, y - other.y)];
        if (was > 0) this.zoom(is / was, (x + other.x) / 2, (y + other.y) / 2);
        this.pan((x - before.x) / 2, (y - before.y) / 2);
      } else if (held) {
        const { k, dx, dy } = this.view;
        this.drag = { id: held, x: (x - dx) / k, y: (y - dy) / k };
        this.refresh();
      } else this.pan(x - before.x, y - before.y);
    });
    const end = (event: PointerEvent): void => {
      if (!this.fingers.delete(event.pointerId)) return;
      const { drag } = this;
      this.drag = null;
      if (drag) this.hands.moved(drag.id, drag.x, drag.y);
      else if (!moved && event.type === "pointerup" && !this.fingers.size) this.click(held, ...at(event), event, last);
      last = [held, event.timeStamp];
      held = "";
    };
    field.addEventListener("pointerup", end);
    field.addEventListener("pointercancel", end);
    field.addEventListener("wheel", (event) => {
      event.preventDefault();
      this.zoom(Math.exp(-event.deltaY * (event.deltaMode ? 0.05 : 0.0016)), ...at(event));
    }, { passive: false });
    field.addEventListener("contextmenu", (event) => {
      const id = this.findNode(...at(event));
      if (!id) return;
      event.preventDefault();
      this.hands.menu(id);
    });
  }

  private click(held: string, x: number, y: number, event: PointerEvent, [before, when]: readonly [string, number]): void {
    if (held && held === before && event.timeStamp - when < 350) this.hands.open(held);
    else if (held) this.hands.choose(held, event.shiftKey || event.ctrlKey);
    else {
      const line = this.findLine(x, y);
      if (line) this.hands.chooseLine(line);
      else this.hands.clear();
    }
  }
}
