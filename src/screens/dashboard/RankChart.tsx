import { useTheme } from '@mui/material';
import { formatCount } from '../../domain/money.ts';
import { Bar, BarChart, LabelList, ResponsiveContainer, XAxis, YAxis } from 'recharts';

export type Rank = { name: string; count: number };
const ROW = 24;
/** Characters that fit beside the bars. */
const LETTERS = 14;

/** A name, whole in its tooltip where it is cut. */
const Name = ({ x, y, payload, fill }: { x?: number | string; y?: number | string; payload?: { value: string }; fill?: string }) => {
  const name = payload?.value ?? '';
  return (
    <text x={x} y={y} dy={4} textAnchor="end" fontSize={12} fill={fill}>
      <title>{name}</title>
      {name.length > LETTERS ? `${name.slice(0, LETTERS - 1)}…` : name}
    </text>
  );
};

/** Counts by name, the most first, as lying bars. */
export const RankChart = ({ ranks, label }: { ranks: Rank[]; label: string }) => {
  const { palette } = useTheme();
  const ink = { fontSize: 12, fill: palette.text.primary };
  return (
    <div role="img" aria-label={label} style={{ width: '100%', height: ranks.length * ROW + 16 }}>
      <ResponsiveContainer>
        <BarChart data={ranks} layout="vertical" margin={{ top: 0, right: 40, left: 0, bottom: 0 }}>
          <XAxis type="number" hide />
          <YAxis type="category" dataKey="name" width={190} tick={<Name fill={palette.text.primary} />} tickLine={false} axisLine={false} interval={0} />
          <Bar dataKey="count" fill={palette.primary.main} barSize={12} isAnimationActive={false}>
            <LabelList dataKey="count" position="right" style={ink} formatter={(value) => formatCount(Number(value))} />
          </Bar>
        </BarChart>
      </ResponsiveContainer>
    </div>
  );
};
