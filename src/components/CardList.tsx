import { Box, Card, CardActionArea } from '@mui/material';
import type { ReactNode } from 'react';
import { Link, RecordContextProvider, useCreatePath, useListContext, useResourceContext, type RaRecord } from 'react-admin';

/** The rows of a list as cards, for a phone; a card leads to the record. */
export const CardList = ({ children, to = 'show' }: { children: ReactNode; to?: 'show' | 'edit' | false }) => {
  const { data = [] } = useListContext<RaRecord>();
  const resource = useResourceContext() ?? '';
  const createPath = useCreatePath();
  return (
    <Box component="ul" sx={{ listStyle: 'none', p: 0, m: 0, display: 'grid', gap: 1 }}>
      {data.map((record) => (
        <Card component="li" key={record.id}>
          <RecordContextProvider value={record}>
            {to === false ? <Box sx={{ p: 1.5 }}>{children}</Box> : (
              <CardActionArea component={Link} to={createPath({ resource, type: to, id: record.id })} sx={{ p: 1.5, color: 'text.primary', display: 'block' }}>{children}</CardActionArea>
            )}
          </RecordContextProvider>
        </Card>
      ))}
    </Box>
  );
};
