import { Alert, Button } from '@mui/material';
import type { ReactNode } from 'react';
import {
  CreateBase, EditBase, EditButton, Form, Link, ShowBase, useCreatePath, useRecordContext, useResourceContext, useShowContext, useEditContext, type RaRecord, type TransformData,
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
const Head = ({ page, title, sub, children }: { page: PageName; title: string | undefined; sub: Sub | undefined; children?: ReactNode }) => {
  const record = useRecordContext();
  const name = useName(page);
  return <PageTitle title={title ?? name} sub={record && sub?.(record)}>{children}</PageTitle>;
};

/** 更新, where `canAccess` allows it and, beyond the role, this record. */
const Edit = ({ editable }: { editable: ((record: RaRecord) => boolean) | undefined }) => {
  const record = useRecordContext();
  return record === undefined || editable?.(record) === false ? null : <EditButton label={t('action.edit')} variant="outlined" />;
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

type PageProps = { title?: string | undefined; sub?: Sub; children: ReactNode };

/**
 * 照会: title, 一覧に戻る and 更新 (if `canAccess` and `editable`), then `children` (SectionCards). `sub` names the record beside
 * the title. `list={false}` where there is no list to go back to.
 */
export const OfficeShow = ({ title, sub, actions, editable, list = true, children }: PageProps & { actions?: ReactNode; editable?: (record: RaRecord) => boolean; list?: boolean }) => (
  <ShowBase disableAuthentication={false} redirectOnError={false}>
    <LoadedShow>
      <Head page="show" title={title} sub={sub}>{actions}<Edit editable={editable} />{list && <BackToList />}</Head>
      {children}
    </LoadedShow>
  </ShowBase>
);

/** 更新: the form of `children` checked by `schema`, 確定 / 戻る. Saves with the version that was read; failures keep the input. */
export const OfficeEdit = ({ schema, title, sub, children }: PageProps & { schema: ZodType }) => (
  <EditBase mutationMode="pessimistic" redirect="show" redirectOnError={false}>
    <LoadedEdit>
      <Head page="edit" title={title} sub={sub} />
      <Form resolver={zodResolver(schema)} noValidate>{children}<FormToolbar /></Form>
    </LoadedEdit>
  </EditBase>
);

/** 登録: an empty form (or `defaults`), 確定 / 戻る. `transform` adds what the form does not ask. */
export const OfficeCreate = ({ schema, title, defaults, transform, children }: Omit<PageProps, 'sub'> & { schema: ZodType; defaults?: Record<string, unknown>; transform?: TransformData }) => (
  <CreateBase redirect="show" {...(transform === undefined ? {} : { transform })}>
    <Head page="create" title={title} sub={undefined} />
    <Form resolver={zodResolver(schema)} defaultValues={defaults} noValidate>{children}<FormToolbar /></Form>
  </CreateBase>
);
