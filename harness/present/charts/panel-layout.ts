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
  /** Whether the first panel has a row of its own. */
  readonly leads: boolean;
}

/** Arranges panels in rows of equal width. */
export function layOutPanels(
  count: number,
  room: PanelRoom,
): { readonly panels: readonly Panel[]; readonly bottom: number } {
  const { width, namesWidth, top, panelHeight, leastWidth, gap } = room;
  const whole = width - namesWidth;
  const inRows = room.leads ? count - 1 : count;
  const fitting = Math.max(1, Math.floor((whole + gap.x) / (leastWidth + gap.x)));
  // As many rows as it takes, but none that is nearly empty.
  const columns = Math.max(1, Math.ceil(inRows / Math.max(1, Math.ceil(inRows / fitting))));
  const columnWidth = (whole - gap.x * (columns - 1)) / columns;
  const panels = Array.from({ length: count }, (_, index): Panel => {
    const isLead = room.leads && index === 0;
    const place = room.leads ? index - 1 : index;
    const row = isLead ? 0 : Math.floor(place / columns) + (room.leads ? 1 : 0);
    const column = isLead ? 0 : place % columns;
    return {
      left: namesWidth + column * (columnWidth + gap.x),
      top: top + row * (panelHeight + gap.y),
      width: isLead ? whole : columnWidth,
      isFirstOfRow: column === 0,
    };
  });
  return { panels, bottom: (panels.at(-1)?.top ?? top) + panelHeight };
}
