import type { RaThemeOptions } from 'react-admin';
import { t } from '../i18n/translate.ts';

const FONTS = '"Noto Sans JP", "Noto Sans CJK JP", "Hiragino Kaku Gothic ProN", "Yu Gothic UI", Meiryo, sans-serif';

/** Sizes are rem, so that 文字サイズ 標準 / 大 / 特大 scales everything from the root: 14 px text, 13 px tables, 34 px rows at 標準. */
export const SIZES = { text: '0.875rem', table: '0.8125rem', row: '2.125rem', topBar: '2.5rem', menu: '13.5rem' } as const;

const PALETTES = {
  light: {
    primary: { main: '#0b6470', contrastText: '#ffffff' }, background: { default: '#f3f5f6', paper: '#ffffff' },
    text: { primary: '#1b2227', secondary: '#4c565e' }, divider: '#d5dadd', error: { main: '#b3261e' },
    warning: { main: '#8a5200' }, success: { main: '#1b6e39' }, info: { main: '#0b4a8f' },
  },
  dark: {
    primary: { main: '#74cad4', contrastText: '#04262b' }, background: { default: '#14181b', paper: '#1d2327' },
    text: { primary: '#e7ebee', secondary: '#aab4bb' }, divider: '#39424a', error: { main: '#ff9d97' },
    warning: { main: '#ffc978' }, success: { main: '#8fdca4' }, info: { main: '#a9d0ff' },
  },
} as const;

const PRINT = {
  '@page': { size: 'A4', margin: '12mm' },
  '@media print': {
    'html, body, #root': { height: 'auto', overflow: 'visible', background: '#fff', color: '#000', fontSize: '13px' },
    '[data-print="none"]': { display: 'none !important' },
    '[data-print="flow"]': { height: 'auto !important', overflow: 'visible !important', padding: '0 !important' },
    'tr, dl, section': { breakInside: 'avoid' },
    thead: { display: 'table-header-group' },
  },
};

/** One dense look in two modes. One accent; grey carries the structure; status colours are tones.ts. */
export const createOfficeTheme = (mode: 'light' | 'dark'): RaThemeOptions => ({
  palette: { mode, ...PALETTES[mode] },
  shape: { borderRadius: 4 },
  spacing: 8,
  sidebar: { width: 200, closedWidth: 0 },
  typography: {
    fontFamily: FONTS,
    body1: { fontSize: SIZES.text, lineHeight: 1.6 }, body2: { fontSize: SIZES.text, lineHeight: 1.6 },
    caption: { fontSize: '0.75rem' }, button: { fontSize: SIZES.text, textTransform: 'none', fontWeight: 500 },
    h1: { fontSize: '1.125rem', fontWeight: 700, lineHeight: 1.4 }, h2: { fontSize: '0.9375rem', fontWeight: 700, lineHeight: 1.4 },
    h6: { fontSize: '1rem', fontWeight: 700 },
  },
  components: {
    MuiCssBaseline: {
      styleOverrides: {
        html: { height: '100%' },
        body: { height: '100%', fontSize: SIZES.text, fontVariantNumeric: 'tabular-nums', WebkitFontSmoothing: 'auto' },
        '#root': { height: '100%' },
        ':focus-visible': { outline: `2px solid ${PALETTES[mode].primary.main}`, outlineOffset: 1 },
        ...PRINT,
      },
    },
    MuiButtonBase: { defaultProps: { disableRipple: true } },
    MuiButton: { defaultProps: { size: 'small', disableElevation: true }, styleOverrides: { root: { minHeight: '2rem', whiteSpace: 'nowrap' } } },
    MuiTextField: { defaultProps: { variant: 'outlined', margin: 'dense', size: 'small' } },
    MuiFormControl: { defaultProps: { variant: 'outlined', margin: 'dense', size: 'small' } },
    // As high as the other inputs.
    MuiAutocomplete: {
      defaultProps: { size: 'small', noOptionsText: t('list.no_options'), loadingText: t('page.loading') },
      styleOverrides: {
        inputRoot: { '&.MuiOutlinedInput-root.MuiInputBase-sizeSmall': { paddingTop: 0, paddingBottom: 0, paddingLeft: 0, '& .MuiAutocomplete-input': { padding: '6px 8px' } } },
      },
    },
    MuiInputBase: { styleOverrides: { root: { fontSize: SIZES.text } } },
    MuiOutlinedInput: { styleOverrides: { root: { background: PALETTES[mode].background.paper }, inputSizeSmall: { padding: '6px 8px' } } },
    MuiInputLabel: { styleOverrides: { root: { fontSize: SIZES.text }, sizeSmall: { '&:not(.MuiInputLabel-shrink)': { transform: 'translate(8px, 7px)' } } } },
    MuiFormHelperText: { styleOverrides: { root: { margin: '1px 8px 0', lineHeight: 1.25 } } },
    MuiPaper: { defaultProps: { elevation: 0 }, styleOverrides: { root: { backgroundImage: 'none' } } },
    MuiCard: { defaultProps: { variant: 'outlined' } },
    MuiMenuItem: { styleOverrides: { root: { fontSize: SIZES.text, minHeight: '2rem' } } },
    MuiTooltip: { defaultProps: { arrow: true, enterDelay: 400 } },
    MuiTableCell: {
      styleOverrides: {
        root: { fontSize: SIZES.table, borderColor: PALETTES[mode].divider },
        sizeSmall: { height: SIZES.row, padding: '0 8px' },
        head: { fontWeight: 700, whiteSpace: 'nowrap' },
      },
    },
    MuiCheckbox: { defaultProps: { size: 'small' }, styleOverrides: { sizeSmall: { padding: 3 } } },
    MuiChip: { defaultProps: { size: 'small' } },
    MuiToggleButton: { styleOverrides: { root: { color: PALETTES[mode].text.secondary } } },
    // A link or button of a message stands beside its first words; under them on a phone.
    MuiAlert: { styleOverrides: { root: { alignItems: 'center', flexWrap: 'wrap' }, message: { flex: '1 1 14rem' }, action: { paddingTop: 0, alignItems: 'center' } } },
  },
});

export const lightTheme = createOfficeTheme('light');
export const darkTheme = createOfficeTheme('dark');
