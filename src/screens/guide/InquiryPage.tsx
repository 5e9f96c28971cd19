import { Box, Link as Outside } from '@mui/material';
import { useGetOne } from 'react-admin';
import { DescriptionItem, DescriptionList } from '../../components/DescriptionList.tsx';
import { MiniTable } from '../../components/MiniTable.tsx';
import { PageTitle } from '../../components/PageTitle.tsx';
import { SectionCard } from '../../components/SectionCard.tsx';
import { type ContactPoint, contactPoints } from '../../i18n/contactPoints.ts';
import { t } from '../../i18n/translate.ts';
import { useProfile } from '../../providers/context.tsx';

const Phone = ({ number }: { number: string }) => <Outside href={`tel:${number.replaceAll('-', '')}`}>{number}</Outside>;

const OwnBranch = ({ id }: { id: number }) => {
  const { data } = useGetOne('branches', { id });
  if (data === undefined) return null;
  return (
    <SectionCard title={t('guide.own_branch')}>
      <DescriptionList>
        <DescriptionItem label={t('guide.branch')}>{`${data['code']} ${data['name']}`}</DescriptionItem>
        <DescriptionItem label={t('guide.phone')}>{typeof data['phone'] === 'string' ? <Phone number={data['phone']} /> : t('format.none')}</DescriptionItem>
        <DescriptionItem label={t('guide.address')}>{`${data['postal_code'] ?? ''} ${data['address'] ?? ''}`}</DescriptionItem>
        <DescriptionItem label={t('guide.hours')}>{t('guide.branch_hours')}</DescriptionItem>
      </DescriptionList>
    </SectionCard>
  );
};

const Contact = ({ point, own }: { point: ContactPoint; own: string }) => (
  <Box>
    <div>{point.branch ? own : point.contact}</div>
    {point.phone && <Phone number={point.phone} />}
    {point.mail && <Outside href={`mailto:${point.mail}`}>{point.mail}</Outside>}
  </Box>
);

/** お問い合わせ: whom to ask what, the own branch first (docs/domain.md §6.7). */
export const InquiryPage = () => {
  const { branch } = useProfile();
  const own = branch?.name ?? t('guide.branch');
  return (
    <Box sx={{ maxWidth: '70rem' }}>
      <PageTitle title={t('guide.inquiry')} />
      {branch && <OwnBranch id={branch.id} />}
      <SectionCard>
        <MiniTable
          head={[{ label: t('guide.topic') }, { label: t('guide.contact') }, { label: t('guide.hours') }]}
          rows={contactPoints.map((point) => ({ key: point.topic, cells: [<Box key="topic" sx={{ whiteSpace: 'normal', minWidth: '9rem' }}>{point.topic}</Box>, <Contact key="contact" point={point} own={own} />, point.hours] }))}
          empty=""
        />
      </SectionCard>
    </Box>
  );
};
