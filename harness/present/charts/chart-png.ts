import { Resvg } from '@resvg/resvg-js';

/** Image pixels for each CSS pixel: sharp on high-density screens. */
const DENSITY = 2;

/** Draws an SVG as PNG. */
export function chartPng(svg: string): Buffer {
  const options = { fitTo: { mode: 'zoom', value: DENSITY } } as const;
  return new Resvg(svg, options).render().asPng();
}

let drawsLetters: boolean | undefined;

/** Whether this machine has a font: without one, images would lack their words without any error. */
export function hasFont(): boolean {
  const probe =
    '<svg xmlns="http://www.w3.org/2000/svg" width="99" height="20"><text y="15" font-family="system-ui, sans-serif">A</text></svg>';
  drawsLetters ??= new Resvg(probe).getBBox() !== undefined; // it reads every font that is installed
  return drawsLetters;
}
