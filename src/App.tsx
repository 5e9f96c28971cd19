import { AdminContext, AdminUI, CustomRoutes, Resource, type AdminContextProps } from 'react-admin';
import { QueryClient } from '@tanstack/react-query';
import { Route } from 'react-router-dom';
import { lazyScreen } from './components/lazyScreen.ts';
import { t } from './i18n/translate.ts';
import { Layout } from './layout/Layout.tsx';
import { ForbiddenPage, LoadingPage, NotFoundPage } from './layout/Pages.tsx';
import { BackendProvider } from './providers/context.tsx';
import type { Providers } from './providers/create.ts';
import { toAppError } from './providers/errors.ts';
import adjustments from './resources/adjustments/index.ts';
import approvals from './resources/approvals/index.ts';
import apiKeys from './resources/api_keys/index.ts';
import templates from './resources/application_templates/index.ts';
import applications from './resources/applications/index.ts';
import auditLog from './resources/audit_log/index.ts';
import branches from './resources/branches/index.ts';
import contactCards from './resources/contact_cards/index.ts';
import cars from './resources/cars/index.ts';
import imports from './resources/imports/index.ts';
import mailOutbox from './resources/mail_outbox/index.ts';
import members from './resources/members/index.ts';
import notices from './resources/notices/index.ts';
import payeeDifferences from './resources/payee_differences/index.ts';
import prices from './resources/prices/index.ts';
import requesters from './resources/requesters/index.ts';
import settings from './resources/settings/index.ts';
import sites from './resources/sites/index.ts';
import statements from './resources/statements/index.ts';
import { SignInPage } from './screens/auth/SignInPage.tsx';
import { darkTheme, lightTheme } from './theme/theme.ts';

const CarCalendar = lazyScreen(() => import('./resources/cars/CarCalendar.tsx'), 'CarCalendar');
const RequestImportPage = lazyScreen(() => import('./screens/requestimport/RequestImportPage.tsx'), 'RequestImportPage');
const Dashboard = lazyScreen(() => import('./screens/dashboard/Dashboard.tsx'), 'Dashboard');
const AgentPage = lazyScreen(() => import('./screens/agent/AgentPage.tsx'), 'AgentPage');
const CardSheet = lazyScreen(() => import('./resources/contact_cards/CardSheet.tsx'), 'CardSheet');
const ClosingPage = lazyScreen(() => import('./screens/closing/ClosingPage.tsx'), 'ClosingPage');
const DebitsPage = lazyScreen(() => import('./screens/debits/DebitsPage.tsx'), 'DebitsPage');
const DebitDayPage = lazyScreen(() => import('./screens/debits/DebitDayPage.tsx'), 'DebitDayPage');
const TransferRequestPage = lazyScreen(() => import('./screens/debits/TransferRequestPage.tsx'), 'TransferRequestPage');
const CollectionPage = lazyScreen(() => import('./screens/debits/CollectionPage.tsx'), 'CollectionPage');
const AccountPage = lazyScreen(() => import('./screens/account/AccountPage.tsx'), 'AccountPage');
const BranchFeesPage = lazyScreen(() => import('./screens/branchFees/BranchFeesPage.tsx'), 'BranchFeesPage');
const LedgerPage = lazyScreen(() => import('./screens/ledger/LedgerPage.tsx'), 'LedgerPage');
const WorkListPage = lazyScreen(() => import('./screens/worklist/WorkListPage.tsx'), 'WorkListPage');
const RadarPage = lazyScreen(() => import('./screens/radar/RadarPage.tsx'), 'RadarPage');
const FactorPage = lazyScreen(() => import('./screens/auth/FactorPage.tsx'), 'FactorPage');
const ConfirmMailPage = lazyScreen(() => import('./screens/auth/ConfirmMailPage.tsx'), 'ConfirmMailPage');
const ContactsPage = lazyScreen(() => import('./screens/guide/ContactsPage.tsx'), 'ContactsPage');
const FaqPage = lazyScreen(() => import('./screens/guide/FaqPage.tsx'), 'FaqPage');
const InquiryPage = lazyScreen(() => import('./screens/guide/InquiryPage.tsx'), 'InquiryPage');
const LinksPage = lazyScreen(() => import('./screens/guide/LinksPage.tsx'), 'LinksPage');
const PasswordPage = lazyScreen(() => import('./screens/auth/PasswordPage.tsx'), 'PasswordPage');
const PeriodPage = lazyScreen(() => import('./screens/reports/PeriodPage.tsx'), 'PeriodPage');
const ReportsPage = lazyScreen(() => import('./screens/reports/ReportsPage.tsx'), 'ReportsPage');
const UsagePage = lazyScreen(() => import('./screens/usage/UsagePage.tsx'), 'UsagePage');

// Only what may heal by itself is asked again: no answer at all, or a server in trouble.
const mayHeal = (failures: number, error: unknown): boolean => {
  const { status } = toAppError(error);
  return failures < 2 && (status === 0 || status >= 500);
};
const queryClient = new QueryClient({ defaultOptions: { queries: { retry: mayHeal, staleTime: 5_000 } } });

/** The map of the app: providers, and one <Resource> or <Route> a line. */
export const App = ({ providers, ...rest }: { providers: Providers } & Pick<AdminContextProps, 'store'>) => (
  <BackendProvider value={providers}>
    <AdminContext
      dataProvider={providers.dataProvider} authProvider={providers.authProvider} i18nProvider={providers.i18nProvider}
      queryClient={queryClient} lightTheme={lightTheme} darkTheme={darkTheme} {...rest}
    >
      <AdminUI
        dashboard={Dashboard} layout={Layout} loginPage={SignInPage} loading={LoadingPage} catchAll={NotFoundPage} accessDenied={ForbiddenPage}
        title={t('app.short_name')} requireAuth disableTelemetry
      >
        <Resource name="applications" {...applications} />
        <Resource name="application_templates" {...templates} />
        <Resource name="api_keys" {...apiKeys} />
        <Resource name="cars" {...cars} />
        <Resource name="branches" {...branches} />
        <Resource name="requesters" {...requesters} />
        <Resource name="sites" {...sites} />
        <Resource name="members" {...members} />
        <Resource name="mail_outbox" {...mailOutbox} />
        <Resource name="notices" {...notices} />
        <Resource name="settings" {...settings} />
        <Resource name="audit_log" {...auditLog} />
        <Resource name="contact_cards" {...contactCards} />
        <Resource name="imports" {...imports} />
        <Resource name="statements" {...statements} />
        <Resource name="payee_differences" {...payeeDifferences} />
        <Resource name="adjustments" {...adjustments} />
        <Resource name="prices" {...prices} />
        <Resource name="approvals" {...approvals} />
        <CustomRoutes>
          <Route path="/agent" element={<AgentPage />} />
          <Route path="/cars/calendar" element={<CarCalendar />} />
          <Route path="/requests/import" element={<RequestImportPage />} />
          <Route path="/radar" element={<RadarPage />} />
          <Route path="/work" element={<WorkListPage />} />
          <Route path="/ledger" element={<LedgerPage />} />
          <Route path="/branch-fees" element={<BranchFeesPage />} />
          <Route path="/closing" element={<ClosingPage />} />
          <Route path="/debits" element={<DebitsPage />} />
          <Route path="/debits/:day" element={<DebitDayPage />} />
          <Route path="/debits/requests/:id" element={<TransferRequestPage />} />
          <Route path="/collection" element={<CollectionPage />} />
          <Route path="/account" element={<AccountPage />} />
          <Route path="/reports" element={<ReportsPage />} />
          <Route path="/reports/period" element={<PeriodPage />} />
          <Route path="/usage" element={<UsagePage />} />
          <Route path="/guide/faq" element={<FaqPage />} />
          <Route path="/guide/inquiry" element={<InquiryPage />} />
          <Route path="/guide/contacts" element={<ContactsPage />} />
          <Route path="/guide/links" element={<LinksPage />} />
        </CustomRoutes>
        <CustomRoutes noLayout>
          <Route path="/contact_cards/:id/sheet" element={<CardSheet />} />
          <Route path="/password" element={<PasswordPage />} />
          <Route path="/factor" element={<FactorPage />} />
          <Route path="/confirm-mail" element={<ConfirmMailPage />} />
        </CustomRoutes>
      </AdminUI>
    </AdminContext>
  </BackendProvider>
);
