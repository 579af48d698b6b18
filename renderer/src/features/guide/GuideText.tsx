import { assertNever } from '#shared/errors/assertNever.ts';
import type { GuideBlock, GuideLine, GuideRun } from './guideBlocks.ts';
import classes from './GuideText.module.css';

/** The guide's blocks in reading order; its own title is the screen's. */
export function GuideText({ blocks }: { readonly blocks: readonly GuideBlock[] }) {
  return (
    <article lang="vi" className={classes.text}>
      {blocks
        .filter((block) => block.kind !== 'heading' || block.depth > 1)
        .map((block, index) => (
          // The guide never changes while it is shown, so a block's place is its identity.
          <Block key={index} block={block} />
        ))}
    </article>
  );
}

function Block({ block }: { readonly block: GuideBlock }) {
  switch (block.kind) {
    case 'heading':
      return (
        <h2 className={classes.heading}>
          <Line line={block.line} />
        </h2>
      );
    case 'paragraph':
      return (
        <p>
          <Line line={block.line} />
        </p>
      );
    case 'list':
      return block.ordered ? (
        <ol>
          <Items items={block.items} />
        </ol>
      ) : (
        <ul>
          <Items items={block.items} />
        </ul>
      );
    case 'table':
      return <GuideTable block={block} />;
    case 'picture':
      return (
        <img src={`guide/${block.source}`} alt={block.text} loading="lazy" className={classes.picture} />
      );
    default:
      return assertNever(block);
  }
}

function Items({ items }: { readonly items: readonly GuideLine[] }) {
  return items.map((item, index) => (
    <li key={index}>
      <Line line={item} />
    </li>
  ));
}

function GuideTable({ block }: { readonly block: Extract<GuideBlock, { kind: 'table' }> }) {
  return (
    <table className={classes.table}>
      <thead>
        <tr>
          {block.head.map((cell, index) => (
            <th key={index} scope="col">
              <Line line={cell} />
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {block.rows.map((row, index) => (
          <tr key={index}>
            {row.map((cell, place) => (
              <td key={place}>
                <Line line={cell} />
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Line({ line }: { readonly line: GuideLine }) {
  return line.map((run, index) => <Run key={index} run={run} />);
}

function Run({ run }: { readonly run: GuideRun }) {
  switch (run.kind) {
    case 'text':
      return run.text;
    case 'strong':
      return <strong>{run.text}</strong>;
    case 'em':
      return <em>{run.text}</em>;
    case 'code':
      return <code>{run.text}</code>;
    default:
      return assertNever(run.kind);
  }
}
