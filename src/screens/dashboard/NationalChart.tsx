import { useTheme } from '@mui/material';
import { formatCount } from '../../domain/money.ts';
import { Bar, BarChart, CartesianGrid, Legend, ResponsiveContainer, Tooltip, XAxis, YAxis } from 'recharts';

/** Completed cases of a month, both kinds. */
export type NationalPoint = { label: string; registered: number; kei: number };

/** Both kinds stacked, so that the height is the month's total; the upper part is outlined, not told by colour alone. */
export const NationalChart = ({ points, names, label }: { points: NationalPoint[]; names: { registered: string; kei: string }; label: string }) => {
  const { palette } = useTheme();
  const ink = { fontSize: 12, fill: palette.text.secondary };
  return (
    <div role="img" aria-label={label} style={{ width: '100%', height: 220 }}>
      <ResponsiveContainer>
        <BarChart data={points} margin={{ top: 8, right: 8, left: -12, bottom: 0 }}>
          <CartesianGrid stroke={palette.divider} vertical={false} />
          <XAxis dataKey="label" tick={ink} tickLine={false} interval="preserveStartEnd" />
          <YAxis tick={ink} tickLine={false} axisLine={false} allowDecimals={false} width={56} tickFormatter={formatCount} />
          <Tooltip contentStyle={{ background: palette.background.paper, borderColor: palette.divider }} formatter={(value) => formatCount(Number(value))} />
          <Legend wrapperStyle={{ fontSize: 12 }} />
          <Bar dataKey="registered" name={names.registered} stackId="kind" fill={palette.primary.main} isAnimationActive={false} />
          <Bar dataKey="kei" name={names.kei} stackId="kind" fill={palette.background.paper} stroke={palette.primary.main} isAnimationActive={false} />
        </BarChart>
      </ResponsiveContainer>
    </div>
  );
};
