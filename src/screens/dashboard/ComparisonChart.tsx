import { useTheme } from '@mui/material';
import { formatCount } from '../../domain/money.ts';
import { Bar, CartesianGrid, ComposedChart, Legend, Line, ResponsiveContainer, Tooltip, XAxis, YAxis } from 'recharts';

/** One place of the axis: its label, this year's count, last year's count. */
export type Point = { label: string; now: number | null; before: number };

/** This year as bars, last year as a line: told apart by form, not by colour alone. Loaded only where it is shown. */
export const ComparisonChart = ({ points, nowName, beforeName, label }: { points: Point[]; nowName: string; beforeName: string; label: string }) => {
  const { palette } = useTheme();
  const ink = { fontSize: 12, fill: palette.text.secondary };
  return (
    <div role="img" aria-label={label} style={{ width: '100%', height: 220 }}>
      <ResponsiveContainer>
        <ComposedChart data={points} margin={{ top: 8, right: 8, left: -12, bottom: 0 }}>
          <CartesianGrid stroke={palette.divider} vertical={false} />
          <XAxis dataKey="label" tick={ink} tickLine={false} interval="preserveStartEnd" />
          <YAxis tick={ink} tickLine={false} axisLine={false} allowDecimals={false} width={56} tickFormatter={formatCount} />
          <Tooltip contentStyle={{ background: palette.background.paper, borderColor: palette.divider }} formatter={(value) => formatCount(Number(value))} />
          <Legend wrapperStyle={{ fontSize: 12 }} />
          <Bar dataKey="now" name={nowName} fill={palette.primary.main} isAnimationActive={false} />
          <Line dataKey="before" name={beforeName} stroke={palette.text.secondary} strokeDasharray="4 3" dot={false} isAnimationActive={false} />
        </ComposedChart>
      </ResponsiveContainer>
    </div>
  );
};
