import type { SvgIconComponent } from '@mui/icons-material';
import AccountBalance from '@mui/icons-material/AccountBalance';
import Apartment from '@mui/icons-material/Apartment';
import BarChart from '@mui/icons-material/BarChart';
import Business from '@mui/icons-material/Business';
import CarRental from '@mui/icons-material/CarRental';
import Campaign from '@mui/icons-material/Campaign';
import Assignment from '@mui/icons-material/Assignment';
import Checklist from '@mui/icons-material/Checklist';
import Badge from '@mui/icons-material/Badge';
import Dashboard from '@mui/icons-material/Dashboard';
import DirectionsCar from '@mui/icons-material/DirectionsCar';
import Download from '@mui/icons-material/Download';
import EditNote from '@mui/icons-material/EditNote';
import ContactPhone from '@mui/icons-material/ContactPhone';
import HelpOutline from '@mui/icons-material/HelpOutline';
import LinkIcon from '@mui/icons-material/Link';
import MailOutline from '@mui/icons-material/MailOutline';
import SupportAgent from '@mui/icons-material/SupportAgent';
import Garage from '@mui/icons-material/Garage';
import Group from '@mui/icons-material/Group';
import HowToReg from '@mui/icons-material/HowToReg';
import History from '@mui/icons-material/History';
import Balance from '@mui/icons-material/Balance';
import CompareArrows from '@mui/icons-material/CompareArrows';
import MenuBook from '@mui/icons-material/MenuBook';
import Percent from '@mui/icons-material/Percent';
import Payments from '@mui/icons-material/Payments';
import NotificationImportant from '@mui/icons-material/NotificationImportant';
import PostAdd from '@mui/icons-material/PostAdd';
import ReceiptLong from '@mui/icons-material/ReceiptLong';
import MarkEmailUnread from '@mui/icons-material/MarkEmailUnread';
import Settings from '@mui/icons-material/Settings';
import VpnKey from '@mui/icons-material/VpnKey';
import UploadFile from '@mui/icons-material/UploadFile';
import type { MessageKey } from '../i18n/translate.ts';
import { canAccess, reachOf, type Role } from '../providers/access.ts';

/** `resource` is asked of `canAccess` with the action `list`; `to` is the route. */
export type MenuItem = { to: string; resource: string; label: MessageKey; icon: SvgIconComponent };
export type MenuGroup = { label: MessageKey | undefined; items: MenuItem[] };

const item = (resource: string, label: MessageKey, icon: SvgIconComponent, to = `/${resource}`): MenuItem => ({ to, resource, label, icon });

const dashboard = item('dashboard', 'menu.dashboard', Dashboard, '/');
const applications = item('applications', 'menu.applications', DirectionsCar);
const cards = item('contact_cards', 'card.menu', MarkEmailUnread);
const radar = item('radar', 'radar.title', NotificationImportant);
const members = item('members', 'menu.members', Group);
const reports = item('reports', 'menu.reports', Download);
const guide = [
  item('guide', 'guide.faq', HelpOutline, '/guide/faq'), item('guide', 'guide.inquiry', SupportAgent, '/guide/inquiry'),
  item('guide', 'guide.contacts', ContactPhone, '/guide/contacts'), item('guide', 'guide.links', LinkIcon, '/guide/links'),
];
const mails = item('mail_outbox', 'mails.title', MailOutline);
const notices = item('notices', 'menu.notices', Campaign);

/** Head office and branches. A screen appears here when its route exists in App.tsx. */
const OFFICE: MenuGroup[] = [
  { label: undefined, items: [dashboard] },
  { label: 'menu.groups.work', items: [item('work_list', 'work.title', Assignment, '/work'), applications, cards, radar] },
  {
    label: 'menu.groups.registers',
    items: [
      item('branches', 'menu.branches', Apartment), item('requesters', 'menu.requesters', Business), item('sites', 'menu.sites', Garage), members,
      item('agent_certificates', 'agent.title', Badge, '/agent'),
    ],
  },
  { label: 'menu.groups.finance', items: [item('billing_months', 'menu.closing', Checklist, '/closing'), item('statements', 'menu.statements', ReceiptLong),
    item('payee_differences', 'payees.title', CompareArrows), item('advance_book', 'ledger.title', MenuBook, '/ledger'), item('adjustments', 'corrections.title', Balance),
    item('debit_batches', 'debit.title', AccountBalance, '/debits'), item('branch_collection', 'debit.branch', AccountBalance, '/collection'),
    item('branch_fees', 'branch_fees.title', Percent, '/branch-fees'), item('prices', 'menu.prices', Payments), item('approvals', 'menu.approvals', HowToReg)] },
  { label: 'menu.groups.reports', items: [reports, item('usage', 'menu.usage', BarChart)] },
  { label: 'menu.groups.guide', items: [notices, ...guide] },
  { label: 'menu.groups.admin', items: [item('imports', 'menu.imports', UploadFile), mails, item('settings', 'menu.settings', Settings), item('api_keys', 'menu.api_keys', VpnKey), item('audit_log', 'menu.audit_log', History)] },
];

const TEMPLATES = item('application_templates', 'menu.garage.templates', PostAdd);

const DRAFTS = `/applications?filter=${encodeURIComponent(JSON.stringify({ filing_status: ['draft', 'requested'] }))}`;

/** A garage: the manual's menu in the manual's words (docs/domain.md §5.8). */
const GARAGE: MenuGroup[] = [
  {
    label: undefined,
    items: [
      dashboard,
      item('applications', 'menu.garage.requests', EditNote, DRAFTS),
      item('applications', 'menu.applications', DirectionsCar, '/applications?filter=%7B%7D'),
      cards,
      radar,
      item('cars', 'menu.garage.cars', CarRental),
      item('statements', 'menu.garage.statements', ReceiptLong),
      item('account_movements', 'account.title', AccountBalance, '/account'),
      reports,
      item('requesters', 'menu.garage.requesters', Business),
      item('usage', 'menu.garage.usage', BarChart),
      item('sites', 'menu.garage.sites', Garage),
      members,
      mails,
      TEMPLATES,
      item('api_keys', 'menu.api_keys', VpnKey),
      notices,
      ...guide,
    ],
  },
];

/** The menu of a role: only what the role may list, empty groups left out. */
export const menuOf = (role: Role): MenuGroup[] =>
  (reachOf(role) === 'garage' ? GARAGE : OFFICE)
    .map((group) => ({ ...group, items: group.items.filter(({ resource }) => canAccess(role, { resource, action: 'list' })) }))
    .filter(({ items }) => items.length > 0);

/** Whether a list of cases is asked for what is not filed yet: 依頼データ, not 申請データ. */
export const isRequestSearch = (search: string): boolean => (new URLSearchParams(search).get('filter') ?? '{}').includes('"draft"');

/** Whether the menu item leads to the place where the person is; two items may share a path and differ in their filter. */
export const isHere = (to: string, at: { pathname: string; search: string }): boolean => {
  const [path = '', query = ''] = to.split('?');
  if (path === '/') return at.pathname === '/';
  if (at.pathname !== path && !at.pathname.startsWith(`${path}/`)) return false;
  if (query === '') return true;
  const wanted = new URLSearchParams(query).get('filter') ?? '{}';
  return wanted.includes('"draft"') === isRequestSearch(at.search);
};
