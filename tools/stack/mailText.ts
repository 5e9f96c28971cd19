const ENTITIES: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'" };

/**
 * The plain-text form of a mail template: links as `label: address`, one line a paragraph. The library would send its
 * own English text beside a Japanese template.
 */
export const plainText = (html: string): string =>
  html
    .replace(/<head[\s\S]*?<\/head>/i, '')
    .replace(/<a\s[^>]*href="(?<href>[^"]*)"[^>]*>(?<label>[\s\S]*?)<\/a>/gi, '$<label>: $<href>')
    .replace(/\s*\n\s*/g, ' ')
    .replace(/<br\s*\/?>|<\/(p|h1|h2|div)>/gi, '\n')
    .replace(/<[^>]+>/g, '')
    .replace(/&(?<name>#39|\w+);/g, (whole, name: string) => ENTITIES[name] ?? whole)
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .join('\n');
