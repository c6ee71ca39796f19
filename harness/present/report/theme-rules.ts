import { THEMES, type Theme } from '../charts/chart-style.ts';

/** The colours of the charts as variables of a page: by the system, or by the reader's choice. */
export function themeRules(): string {
  const variables = ({ background, ink, muted, grid, accent }: Theme) =>
    Object.entries({ background, ink, muted, grid, accent })
      .map(([name, color]) => `--${name}: ${color};`)
      .join(' ');
  const { light, dark } = THEMES;
  return `:root { ${variables(light)} }
@media screen and (prefers-color-scheme: dark) { :root { ${variables(dark)} } }
@media screen {
  :root[data-theme="light"] { color-scheme: light; ${variables(light)} }
  :root[data-theme="dark"] { color-scheme: dark; ${variables(dark)} }
}
`;
}
