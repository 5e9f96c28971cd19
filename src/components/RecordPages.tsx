import { Alert, Button } from '@mui/material';
import type { ReactNode } from 'react';
import {
  CreateBase, EditBase, EditButton, Form, Link, ShowBase, useCreatePath, useRecordContext, useResourceContext, useShowContext, useEditContext, type RaRecord,
} from 'react-admin';
import type { ZodType } from 'zod';
import { t, translate } from '../i18n/translate.ts';
import { LoadingPage } from '../layout/Pages.tsx';
import { FormToolbar } from './FormToolbar.tsx';
import { PageTitle } from './PageTitle.tsx';
import { zodResolver } from './zodResolver.ts';

type PageName = 'show' | 'edit' | 'create';
const useName = (page: PageName): string => translate(`ra.page.${page}`, { name: translate(`resources.${useResourceContext()}.name`) }).trim();

/** 一覧に戻る. */
export const BackToList = () => {
  const resource = useResourceContext() ?? '';
  return <Button component={Link} to={useCreatePath()({ resource, type: 'list' })}>{t('action.back_to_list')}</Button>;
};

type Sub = (record: RaRecord) => ReactNode;
const Head = ({ page, sub, children }: { page: PageName; sub: Sub | undefined; children?: ReactNode }) => {
  const record = useRecordContext();
  return <PageTitle title={useName(page)} sub={record && sub?.(record)}>{children}</PageTitle>;
};

const Loaded = ({ error, isPending, children }: { error: Error | null; isPending: boolean; children: ReactNode }) => {
  if (error) return <><Alert severity="error">{error.message}</Alert><BackToList /></>;
  return isPending ? <LoadingPage /> : children;
};
const LoadedShow = ({ children }: { children: ReactNode }) => {
  const { error = null, isPending } = useShowContext();
  return <Loaded error={error} isPending={isPending === true}>{children}</Loaded>;
};
const LoadedEdit = ({ children }: { children: ReactNode }) => {
  const { error = null, isPending } = useEditContext();
  return <Loaded error={error} isPending={isPending === true}>{children}</Loaded>;
};

/** 照会: title, 一覧に戻る and 更新 (if `canAccess`), then `children` (SectionCards). `sub` names the record beside the title. */
export const OfficeShow = ({ sub, actions, children }: { sub?: Sub; actions?: ReactNode; children: ReactNode }) => (
  <ShowBase disableAuthentication={false} redirectOnError={false}>
    <LoadedShow>
      <Head page="show" sub={sub}>{actions}<EditButton label={t('action.edit')} variant="outlined" /><BackToList /></Head>
      {children}
    </LoadedShow>
  </ShowBase>
);

/** 更新: the form of `children` checked by `schema`, 確定 / 戻る. Saves with the version that was read; failures keep the input. */
export const OfficeEdit = ({ schema, sub, children }: { schema: ZodType; sub?: Sub; children: ReactNode }) => (
  <EditBase mutationMode="pessimistic" redirect="show" redirectOnError={false}>
    <LoadedEdit>
      <Head page="edit" sub={sub} />
      <Form resolver={zodResolver(schema)} noValidate>{children}<FormToolbar /></Form>
    </LoadedEdit>
  </EditBase>
);

/** 登録: an empty form (or `defaults`), 確定 / 戻る. */
export const OfficeCreate = ({ schema, defaults, children }: { schema: ZodType; defaults?: Record<string, unknown>; children: ReactNode }) => (
  <CreateBase redirect="show">
    <Head page="create" sub={undefined} />
    <Form resolver={zodResolver(schema)} defaultValues={defaults} noValidate>{children}<FormToolbar /></Form>
  </CreateBase>
);
