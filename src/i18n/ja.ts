import { approvalWords } from './approvals.ts';
import { caseRequestWords } from './caseRequests.ts';
import { caseSearchWords } from './caseSearch.ts';
import { agentWords } from './agent.ts';
import { auditWords } from './audit.ts';
import { cardWords } from './cards.ts';
import { cases } from './cases.ts';
import { common } from './common.ts';
import { dashboardWords } from './dashboard.ts';
import { documentWords } from './documents.ts';
import { debitWords } from './debits.ts';
import { directory } from './directory.ts';
import { errors } from './errors.ts';
import { findWords } from './find.ts';
import { factorWords } from './factor.ts';
import { frame } from './frame.ts';
import { guideWords } from './guide.ts';
import { garageWords } from './garage.ts';
import { intakeWords } from './intake.ts';
import { mailWords } from './mails.ts';
import { ledgerWords } from './ledger.ts';
import { moneyReportWords } from './moneyReports.ts';
import { moneyWords } from './money.ts';
import { ra } from './ra.ts';
import { radarWords } from './radar.ts';
import { resources } from './resources.ts';
import { qualityWords } from './usageQuality.ts';
import { statisticsWords } from './statistics.ts';
import { workWords } from './worklist.ts';

/** The one catalogue. Labels of statuses and events are not here: they are rows of the database. */
export const ja = {
  ra,
  ...common,
  ...approvalWords, ...ledgerWords,
  ...agentWords, ...auditWords, ...cardWords, ...cases,
  ...caseRequestWords,
  ...caseSearchWords,
  ...dashboardWords,
  ...debitWords,
  ...directory,
  ...documentWords,
  ...factorWords,
  ...findWords,
  ...frame,
  ...guideWords,
  ...garageWords,
  ...intakeWords,
  ...mailWords,
  ...radarWords,
  ...moneyWords,
  ...moneyReportWords,
  ...qualityWords,
  ...statisticsWords,
  ...workWords,
  errors,
  resources,
};
