import { parseDecimal, type Decimal } from './decimal.ts';
import { appError, fail, succeed, type AppError, type Result } from '#shared/errors/result.ts';

/** The two ways to read a text such as `1.234`; the officer says which one is meant. */
export interface AmbiguousFigure {
  readonly grouped: Decimal;
  readonly decimal: Decimal;
}

/**
 * Reads what somebody typed or pasted into a figure field: decimal comma or point, thousands separated by points,
 * commas or spaces. Empty is `null`. Errors: `number-ambiguous` (exactly three digits after a lone separator:
 * `readAmbiguous` gives both readings), else those of `parseDecimal`.
 */
export function readFigure(typed: string): Result<Decimal | null> {
  const text = typed.normalize('NFKC').trim();
  if (text === '') return succeed(null);
  if (readAmbiguous(text)) return fail([ambiguous(text)]);
  return parseDecimal(withoutGrouping(text) ?? text);
}

/** Both readings of a text with one separator that may be grouping or decimal; `null` when it is clear. */
export function readAmbiguous(typed: string): AmbiguousFigure | null {
  const match = /^([1-9]\d{0,2})[.,](\d{3})$/u.exec(typed.normalize('NFKC').trim());
  if (!match) return null;
  const grouped = parseDecimal(`${match[1] ?? ''}${match[2] ?? ''}`);
  const decimal = parseDecimal(`${match[1] ?? ''}.${match[2] ?? ''}`);
  return grouped.ok && decimal.ok ? { grouped: grouped.value, decimal: decimal.value } : null;
}

/** How a stored figure stands in its field: in full, ungrouped, with the decimal sign of the language. */
export function writeFigure(figure: Decimal | null, language: 'vi' | 'en'): string {
  if (figure === null) return '';
  return language === 'vi' ? figure.replace('.', ',') : figure;
}

/** The same where the text is read again as it stands: three decimals get a zero more, or they could be thousands. */
export function writeClearFigure(figure: Decimal | null, language: 'vi' | 'en'): string {
  const text = writeFigure(figure, language);
  return readAmbiguous(text) === null ? text : `${text}0`;
}

/** Groups are separated by one kind of sign, or by spaces; what follows the other sign are decimals. */
function withoutGrouping(text: string): string | null {
  const spaced = /^\d{1,3}(?: \d{3})+(?:[.,]\d+)?$/u.test(text) ? text.replaceAll(' ', '') : null;
  if (spaced !== null) return spaced;
  if (/^\d{1,3}(?:\.\d{3})+,\d+$/u.test(text) || /^\d{1,3}(?:\.\d{3}){2,}$/u.test(text)) {
    return text.replaceAll('.', '');
  }
  if (/^\d{1,3}(?:,\d{3})+\.\d+$/u.test(text) || /^\d{1,3}(?:,\d{3}){2,}$/u.test(text)) {
    return text.replaceAll(',', '');
  }
  return null;
}

function ambiguous(text: string): AppError {
  return appError('number-ambiguous', { text });
}
