/** Where a panel of a chart lies, in pixels. */
export interface Panel {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  /** Whether nothing stands to the left of it but the names. */
  readonly isFirstOfRow: boolean;
}

/** The room that there is for panels. */
export interface PanelRoom {
  /** Of the whole chart. */
  readonly width: number;
  /** Left of the first panel of each row. */
  readonly namesWidth: number;
  readonly top: number;
  readonly panelHeight: number;
  readonly leastWidth: number;
  readonly gap: { readonly x: number; readonly y: number };
}

/** Arranges panels in rows of equal width. */
export function layOutPanels(
  count: number,
  room: PanelRoom,
): { readonly panels: readonly Panel[]; readonly bottom: number } {
  const { width, namesWidth, top, panelHeight, leastWidth, gap } = room;
  const whole = width - namesWidth;
  const fitting = Math.max(1, Math.floor((whole + gap.x) / (leastWidth + gap.x)));
  // As many rows as it takes, but none that is nearly empty.
  const columns = Math.max(1, Math.ceil(count / Math.max(1, Math.ceil(count / fitting))));
  const columnWidth = (whole - gap.x * (columns - 1)) / columns;
  const panels = Array.from({ length: count }, (_, index): Panel => {
    const row = Math.floor(index / columns);
    const column = index % columns;
    return {
      left: namesWidth + column * (columnWidth + gap.x),
      top: top + row * (panelHeight + gap.y),
      width: columnWidth,
      isFirstOfRow: column === 0,
    };
  });
  return { panels, bottom: (panels.at(-1)?.top ?? top) + panelHeight };
}
