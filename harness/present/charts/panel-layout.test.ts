import { expect, test } from 'vitest';
import { layOutPanels, type PanelRoom } from './panel-layout.ts';

const room: PanelRoom = {
  width: 700,
  namesWidth: 100,
  top: 50,
  panelHeight: 200,
  leastWidth: 180,
  gap: { x: 20, y: 30 },
};

test('as many in a row as fit, all of one width', () => {
  const { panels, bottom } = layOutPanels(4, room);
  expect(panels.map(({ left, top }) => [left, top])).toEqual([
    [100, 50],
    [410, 50],
    [100, 280],
    [410, 280],
  ]);
  expect(panels.map(({ width }) => width)).toEqual([290, 290, 290, 290]);
  expect(bottom).toBe(480);
});

test('on a phone, one below the other', () => {
  const { panels } = layOutPanels(3, { ...room, width: 300 });
  expect(new Set(panels.map(({ left, width }) => `${left} ${width}`))).toEqual(
    new Set(['100 200']),
  );
});

test('a single one has the whole width', () => {
  expect(layOutPanels(1, room)).toEqual({
    panels: [{ left: 100, top: 50, width: 600, isFirstOfRow: true }],
    bottom: 250,
  });
});
