import ts from 'typescript';
import { withoutPluralForm } from './catalogueFaults.ts';

/**
 * Words of a source file that may be keys: `literals` stand in it as they are; `patterns` are templates such as
 * `verdict.${state}`, as the texts around their expressions.
 */
interface Words {
  readonly literals: ReadonlySet<string>;
  readonly patterns: readonly (readonly string[])[];
}

/**
 * The keys (`namespace:key`, without plural form) that no source file names. A file names a key by `namespace:key`
 * in any string, or by the bare key if the file also names the namespace, as `useTranslation('desk')` and the type
 * `TFunction<'desk'>` do. A template names every key that fits it, provided that it begins with a fixed text.
 */
export function findUnusedKeys(
  keys: readonly string[],
  sources: ReadonlyMap<string, string>,
): readonly string[] {
  const asked = [...new Set(keys.map(withoutPluralForm))];
  const namespaces = [...new Set(asked.map((key) => key.slice(0, key.indexOf(':'))))];
  const files = [...sources].map(([file, text]) => readWords(file, text));
  return asked.filter((key) => !files.some((words) => names(words, key, namespaces)));
}

function names(words: Words, key: string, namespaces: readonly string[]): boolean {
  const [namespace = '', bare = ''] = key.split(/:(.*)/u);
  if (words.literals.has(key) || words.patterns.some((pattern) => fits(key, pattern))) return true;
  const named = namespaces.filter((name) => words.literals.has(name));
  if (!named.includes(namespace)) return false;
  return words.literals.has(bare) || words.patterns.some((pattern) => fits(bare, pattern));
}

function fits(key: string, pattern: readonly string[]): boolean {
  const [head = '', ...rest] = pattern;
  if (head === '' || !key.startsWith(head)) return false;
  let at = head.length;
  for (const [index, part] of rest.entries()) {
    const found = index === rest.length - 1 && part !== '' ? key.lastIndexOf(part) : key.indexOf(part, at);
    if (found < at) return false;
    at = found + part.length;
  }
  return rest.at(-1) === '' || at === key.length;
}

function readWords(file: string, text: string): Words {
  const literals = new Set<string>();
  const patterns: string[][] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isStringLiteralLike(node)) literals.add(node.text);
    if (ts.isTemplateExpression(node)) {
      patterns.push([node.head.text, ...node.templateSpans.map((span) => span.literal.text)]);
    }
    ts.forEachChild(node, visit);
  };
  visit(
    ts.createSourceFile(
      file,
      text,
      ts.ScriptTarget.Latest,
      false,
      file.endsWith('x') ? ts.ScriptKind.TSX : ts.ScriptKind.TS,
    ),
  );
  return { literals, patterns };
}
