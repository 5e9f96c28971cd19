import { Box, Button, Typography } from '@mui/material';
import { DataTable, Link, TextInput, useRecordContext, type RaRecord } from 'react-admin';
import { CodeCol, DateCol } from '../../components/fields.tsx';
import { ChoiceFilter, DateRangeFilter } from '../../components/filters.tsx';
import type { ListFilter } from '../../components/listTypes.ts';
import { OfficeList } from '../../components/OfficeList.tsx';
import { PlateText } from '../../components/PlateView.tsx';
import { wordOf } from '../../components/values.ts';
import { addMonths } from '../../domain/calendar.ts';
import { formatPlate } from '../../domain/plate.ts';
import { t } from '../../i18n/translate.ts';
import { useProfile } from '../../providers/context.tsx';
import { DueField, FreeFromField, NextButton, OutcomeField } from './CarFields.tsx';
import type { Car } from './car.ts';

const words = (group: string, codes: readonly string[]) => codes.map((id) => ({ id, name: wordOf(group, id) }));
const FILTERS: ListFilter[] = [
  { primary: true, input: <TextInput source="plate" placeholder={t('case.plate_hint')} helperText={false} sx={{ '&&': { minWidth: '14.5rem' } }} /> },
  { primary: true, input: <TextInput source="chassis_no" helperText={false} /> },
  { primary: true, input: <DateRangeFilter source="next_expires_on" /> },
  { input: <ChoiceFilter source="vehicle_kind" choices={words('vehicle_kind', ['registered', 'kei'])} /> },
  { input: <ChoiceFilter source="last_outcome" choices={words('outcome', ['open', 'completed', 'rejected', 'not_accepted', 'withdrawn', 'void', 'system_error'])} /> },
];
const plateOf = (record: RaRecord): string => {
  const car = record as Car;
  return formatPlate({ area: car.plate_area ?? '', class: car.plate_class ?? '', kana: car.plate_kana ?? '', number: car.plate_number ?? '' });
};
const EXPORT = [
  { source: 'plate', value: plateOf }, { source: 'chassis_no' }, { source: 'vehicle_kind', value: (record: RaRecord) => wordOf('vehicle_kind', record['vehicle_kind']) },
  { source: 'next_expires_on' }, { source: 'last_on' }, { source: 'last_outcome', value: (record: RaRecord) => wordOf('outcome', record['last_outcome']) },
];

const Card = () => {
  const car = useRecordContext<Car>();
  return car === undefined ? null : (
    <Box sx={{ display: 'grid', gap: 0.5 }}>
      <Box sx={{ display: 'flex', justifyContent: 'space-between', gap: 1 }}><PlateText plate={car} /><DueField /></Box>
      <Box sx={{ display: 'flex', justifyContent: 'space-between', gap: 1, alignItems: 'center' }}><span>{car.chassis_no}</span><OutcomeField /></Box>
      <NextButton />
    </Box>
  );
};

/** 車両台帳: the company's cars by what comes due next; one click begins the next request. */
export const CarList = () => {
  const { today } = useProfile();
  return (
    <OfficeList
      filters={FILTERS} exportColumns={EXPORT} card={<Card />} hasCreate={false} rowClick={false} initialFilter={{ next_expires_on: { from: today, to: addMonths(today, 3) } }}
      actions={<Button variant="outlined" component={Link} to="/cars/calendar">{t('car.calendar')}</Button>}
      above={<Typography color="text.secondary" sx={{ fontSize: '0.8125rem' }}>{t('car.list_hint')}</Typography>}
    >
      <DataTable.Col source="plate_number" disableSort render={(record) => <PlateText plate={record as Car} />} />
      <CodeCol source="chassis_no" />
      <DataTable.Col source="vehicle_kind" disableSort render={(record) => t((record as Car).vehicle_kind === 'kei' ? 'case.kind_kei' : 'case.kind_registered')} />
      <DataTable.Col source="next_expires_on"><DueField /></DataTable.Col>
      <DataTable.Col source="from" label={t('car.from')} disableSort><FreeFromField /></DataTable.Col>
      <DateCol source="last_on" disableSort />
      <DataTable.Col source="last_outcome" disableSort><OutcomeField /></DataTable.Col>
      <DataTable.Col source="next" label={t('resources.cars.fields.next')} disableSort><NextButton /></DataTable.Col>
    </OfficeList>
  );
};
