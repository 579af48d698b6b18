import { lexer, type Token, type Tokens } from 'marked';
import type { GuideBlock, GuideLine, GuideRun } from '../../renderer/src/features/guide/guideBlocks.ts';

/** Reads the Markdown of the user guide. Throws on anything that the guide's screen could not show. */
export function readGuide(markdown: string): readonly GuideBlock[] {
  return lexer(markdown.normalize('NFC'))
    .filter((token) => token.type !== 'space')
    .map(readBlock);
}

/** The pictures that the guide shows, by the names under which they lie in docs/pictures. */
export function listPictures(blocks: readonly GuideBlock[]): readonly string[] {
  return [...new Set(blocks.flatMap((block) => (block.kind === 'picture' ? [block.source] : [])))];
}

function readBlock(token: Token): GuideBlock {
  switch (token.type) {
    case 'heading':
      return { kind: 'heading', depth: (token as Tokens.Heading).depth, line: readLine(token.tokens) };
    case 'paragraph':
      return readParagraph(token as Tokens.Paragraph);
    case 'list': {
      const list = token as Tokens.List;
      return { kind: 'list', ordered: list.ordered, items: list.items.map((item) => readItem(item)) };
    }
    case 'table': {
      const table = token as Tokens.Table;
      return {
        kind: 'table',
        head: table.header.map((cell) => readLine(cell.tokens)),
        rows: table.rows.map((row) => row.map((cell) => readLine(cell.tokens))),
      };
    }
    default:
      throw new Error(`The guide has a “${token.type}”, which its screen cannot show`);
  }
}

function readParagraph(token: Tokens.Paragraph): GuideBlock {
  const [only, ...others] = token.tokens;
  if (only?.type === 'image' && others.length === 0) {
    const image = only as Tokens.Image;
    return { kind: 'picture', source: image.href.replace(/^pictures\//u, ''), text: image.text };
  }
  return { kind: 'paragraph', line: readLine(token.tokens) };
}

function readItem(item: Tokens.ListItem): GuideLine {
  return item.tokens.flatMap((token) => readLine('tokens' in token ? token.tokens : undefined));
}

function readLine(tokens: readonly Token[] | undefined): GuideLine {
  return (tokens ?? []).map(readRun);
}

function readRun(token: Token): GuideRun {
  switch (token.type) {
    case 'text':
    case 'escape':
      return { kind: 'text', text: (token as Tokens.Text).text.replaceAll('\n', ' ') };
    case 'strong':
      return { kind: 'strong', text: (token as Tokens.Strong).text };
    case 'em':
      return { kind: 'em', text: (token as Tokens.Em).text };
    case 'codespan':
      return { kind: 'code', text: (token as Tokens.Codespan).text };
    default:
      throw new Error(`The guide has a “${token.type}” within a line, which its screen cannot show`);
  }
}
