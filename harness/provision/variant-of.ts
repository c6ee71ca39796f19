import {
  isMissing,
  type Launchable,
  type Located,
  type Runtime,
  type Variant,
} from '../model/runtime.ts';
import { inRange } from './version-match.ts';

/** A runtime in one of its variants: a runtime like any other, whose name tells which. */
export function variantOf(runtime: Runtime, variant: Variant): Runtime {
  const { variants: _, ...same } = runtime;
  return {
    ...same,
    id: `${runtime.id}+${variant.name}`,
    title: `${runtime.title}, ${variant.sets}`,
    variant,
    async locate(range) {
      const located = await runtime.locate(range);
      if (isMissing(located)) return located;
      const { needs = '*' } = variant;
      const able = inRange(located, needs, `install ${runtime.title} ${needs}`);
      return isMissing(able) ? able : withVariant(able, variant);
    },
  };
}

function withVariant(located: Located, variant: Variant): Located {
  return {
    ...located,
    async prepare() {
      const launchable = await located.prepare();
      return isMissing(launchable) ? launchable : launchedWith(launchable, variant);
    },
  };
}

/** @throws Error for a program that inherits its environment: such a program has no variants. */
function launchedWith(
  { command: [executable, ...words], environment, ...rest }: Launchable,
  { environment: added = {}, flags = [] }: Variant,
): Launchable {
  if (environment === 'inherited') throw new Error('a command has no variants');
  return {
    ...rest,
    command: [executable, ...flags, ...words],
    environment: { ...environment, ...added },
  };
}
