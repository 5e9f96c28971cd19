import { useTheme } from '@mui/material';
import { Bar, BarChart, LabelList, ResponsiveContainer, XAxis, YAxis } from 'recharts';

export type Rank = { name: string; count: number };
const ROW = 24;

/** Counts by name, the most first, as lying bars. */
export const RankChart = ({ ranks, label }: { ranks: Rank[]; label: string }) => {
  const { palette } = useTheme();
  const ink = { fontSize: 12, fill: palette.text.primary };
  return (
    <div role="img" aria-label={label} style={{ width: '100%', height: ranks.length * ROW + 16 }}>
      <ResponsiveContainer>
        <BarChart data={ranks} layout="vertical" margin={{ top: 0, right: 40, left: 0, bottom: 0 }}>
          <XAxis type="number" hide />
          <YAxis type="category" dataKey="name" width={190} tick={ink} tickLine={false} axisLine={false} interval={0} tickFormatter={(name: string) => (name.length > 14 ? `${name.slice(0, 13)}…` : name)} />
          <Bar dataKey="count" fill={palette.primary.main} barSize={12} isAnimationActive={false}>
            <LabelList dataKey="count" position="right" style={ink} />
          </Bar>
        </BarChart>
      </ResponsiveContainer>
    </div>
  );
};
