import { formatFigure } from '../../metrics/format-figure.ts';

/** How a figure of each unit is written in a chart: as elsewhere, but for the short times that an axis may be of. */
export const formatQuantity: typeof formatFigure = {
  ...formatFigure,
  second: (seconds) =>
    0 < seconds && seconds < 1 ? `${Math.round(seconds * 1e3)} ms` : formatFigure.second(seconds),
};
