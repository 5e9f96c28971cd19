import { lazy, type ComponentType } from 'react';

/** A screen that is loaded when it is opened: `lazyScreen(() => import('./BranchList.tsx'), 'BranchList')`. */
export const lazyScreen = <Name extends string>(load: () => Promise<Record<Name, ComponentType>>, name: Name) =>
  lazy(async () => ({ default: (await load())[name] }));
