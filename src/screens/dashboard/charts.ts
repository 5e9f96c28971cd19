import { lazy } from 'react';

/** recharts is loaded with the first chart that is shown. */
export const ComparisonChart = lazy(async () => ({ default: (await import('./ComparisonChart.tsx')).ComparisonChart }));
export const NationalChart = lazy(async () => ({ default: (await import('./NationalChart.tsx')).NationalChart }));
export const RankChart = lazy(async () => ({ default: (await import('./RankChart.tsx')).RankChart }));
