import CheckCircle from '@mui/icons-material/CheckCircle';
import RadioButtonUnchecked from '@mui/icons-material/RadioButtonUnchecked';
import { Box, Typography } from '@mui/material';
import type { ValidationCode } from '../../domain/codes.ts';
import { t } from '../../i18n/translate.ts';

const RULES = [
  { code: 'password_length', label: 'password.rule_length' },
  { code: 'password_half_width', label: 'password.rule_half_width' },
  { code: 'password_three_kinds', label: 'password.rule_three_kinds' },
  { code: 'password_is_login_id', label: 'password.rule_not_login_id' },
  { code: 'passwords_differ', label: 'password.rule_same' },
] as const;

/** The rules, ticked as they are met while typing; before the first letter none is. */
export const PasswordRules = ({ problems, started }: { problems: ValidationCode[]; started: boolean }) => (
  <Box component="ul" aria-label={t('password.rules')} sx={{ listStyle: 'none', p: 0, mt: 1, mb: 0 }}>
    {RULES.map(({ code, label }) => {
      const met = started && !problems.includes(code);
      const Icon = met ? CheckCircle : RadioButtonUnchecked;
      return (
        <Box component="li" key={code} sx={{ display: 'flex', alignItems: 'center', gap: 0.75, color: met ? 'success.main' : 'text.secondary' }}>
          <Icon fontSize="small" titleAccess={met ? t('password.met') : t('password.unmet')} />
          <Typography>{t(label)}</Typography>
        </Box>
      );
    })}
  </Box>
);
