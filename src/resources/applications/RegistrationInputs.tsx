import { Alert, Box, Typography } from '@mui/material';
import { useEffect } from 'react';
import { AutocompleteInput, RadioButtonGroupInput, ReferenceInput, TextInput, useGetList, useGetOne, type RaRecord } from 'react-admin';
import { useFormContext, useWatch } from 'react-hook-form';
import { FormGrid } from '../../components/FormGrid.tsx';
import { SectionCard } from '../../components/SectionCard.tsx';
import type { VehicleKind } from '../../domain/plate.ts';
import { t } from '../../i18n/translate.ts';
import { PlatePreview } from './PlatePreview.tsx';
import { TickInput } from './TickInput.tsx';
import { useBranches } from './useBranches.ts';

type Site = RaRecord & { code: string; name: string; branch_id: number; status: string; record_agent_no: string | null; requester?: { name: string } | null };

const KINDS = [{ id: 'registered', name: t('form.kind_registered') }, { id: 'kei', name: t('form.kind_kei') }];
/** Sites where a request can be made: those of the person's scope that are not closed. */
const OPEN_SITES = { status: ['active', 'pending'] };
const siteName = (site: Site) => `${site.requester?.name ?? ''} ${site.code} ${site.name}`.trim();
const find = (q: string) => ({ q });

/** The site chosen in the form. */
export const useChosenSite = (): Site | undefined => {
  const id: unknown = useWatch({ name: 'site_id' });
  return useGetOne<Site>('sites', { id: Number(id) }, { enabled: typeof id === 'number' }).data;
};

/** Takes the only site there is. */
const useOnlySite = () => {
  const { setValue, getValues } = useFormContext();
  const { data = [], total } = useGetList<Site>('sites', { filter: OPEN_SITES, pagination: { page: 1, perPage: 2 }, sort: { field: 'code', order: 'ASC' } });
  const only = total === 1 ? data[0]?.id : undefined;
  useEffect(() => {
    if (only !== undefined && !getValues('site_id')) setValue('site_id', only);
  }, [only, getValues, setValue]);
};

const AgentOfSite = () => {
  const { setValue } = useFormContext();
  const site = useChosenSite();
  const { nameOf } = useBranches();
  const agent = site?.branch_id;
  useEffect(() => {
    if (agent !== undefined) setValue('agent_branch_id', agent);
  }, [agent, setValue]);
  return (
    <Box>
      <Typography color="text.secondary" sx={{ fontSize: '0.75rem' }}>{t('case.agent_place')}</Typography>
      <Typography sx={{ fontWeight: 700, minHeight: '1.6em' }}>{nameOf(agent)}</Typography>
      <Typography color="text.secondary" sx={{ fontSize: '0.75rem' }}>{t('form.agent_hint')}</Typography>
      {site?.status === 'pending' && <Alert severity="warning">{t('form.site_pending')}</Alert>}
    </Box>
  );
};

const Registration = ({ kind }: { kind: VehicleKind }) => {
  const noClass: unknown = useWatch({ name: 'no_plate_class' });
  useOnlySite();
  return (
    <SectionCard title={t('form.step_registration')}>
      <Box sx={{ display: 'grid', gridTemplateColumns: { xs: '1fr', md: '1fr 14rem' }, gap: 2 }}>
        <Box>
          <FormGrid columns={4}>
            <TextInput source="plate_area" required helperText={false} />
            <TextInput source="plate_class" required={noClass !== true} disabled={noClass === true} helperText={false} />
            <TextInput source="plate_kana" required helperText={false} />
            <TextInput source="plate_number" required helperText={false} slotProps={{ htmlInput: { inputMode: 'numeric' } }} />
          </FormGrid>
          {kind === 'kei' && <FormGrid columns={4}><TickInput source="small_plate" tick={t('case.plate_small')} hideLabel /><TickInput source="no_plate_class" tick={t('case.no_class')} hideLabel /></FormGrid>}
          <FormGrid>
            <TextInput source="chassis_no" required helperText={t('form.same_as_certificate')} />
            <TickInput source="re_stamped" tick={t('case.stamped')} />
          </FormGrid>
        </Box>
        <PlatePreview kind={kind} />
      </Box>
      <FormGrid>
        <ReferenceInput source="site_id" reference="sites" filter={OPEN_SITES} sort={{ field: 'code', order: 'ASC' }} perPage={50}>
          <AutocompleteInput optionText={siteName} filterToQuery={find} isRequired helperText={false} fullWidth />
        </ReferenceInput>
        <AgentOfSite />
      </FormGrid>
    </SectionCard>
  );
};

/** 初期登録: the kind first, then what can never be corrected (docs/domain.md §2.5). */
export const RegistrationInputs = () => {
  const kind: unknown = useWatch({ name: 'vehicle_kind' });
  const chosen = kind === 'kei' || kind === 'registered' ? kind : undefined;
  return (
    <>
      <Alert severity="warning" sx={{ mb: 1 }}><strong>{t('form.locked')}</strong><br />{t('form.locked_hint')}</Alert>
      <SectionCard title={t('form.kind')}>
        <RadioButtonGroupInput source="vehicle_kind" label={false} choices={KINDS} row helperText={chosen === undefined ? t('form.kind_first') : false} />
      </SectionCard>
      {chosen !== undefined && <Registration kind={chosen} />}
    </>
  );
};
