import { Button } from '@mui/material';
import { lazy, Suspense, useState } from 'react';
import { useNotify } from 'react-admin';
import { useFormContext } from 'react-hook-form';
import { t } from '../../../i18n/translate.ts';
import { putValues } from '../fillForm.ts';

const CertificateDialog = lazy(async () => ({ default: (await import('./CertificateDialog.tsx')).CertificateDialog }));

/** 車検証を読む: what can never be corrected afterwards need not be typed. */
export const ReadCertificate = () => {
  const { setValue, getValues } = useFormContext();
  const notify = useNotify();
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button variant="outlined" onClick={() => setOpen(true)}>{t('certificate.read')}</Button>
      {open && (
        <Suspense fallback={null}>
          <CertificateDialog
            typed={(name) => getValues(name)}
            onClose={() => setOpen(false)}
            onUse={(values) => {
              putValues(setValue, values);
              setOpen(false);
              notify(t('certificate.filled'), { type: 'success' });
            }}
          />
        </Suspense>
      )}
    </>
  );
};
