import { assertNever } from '#shared/errors/assertNever.ts';
import type { GuideBlock, GuideLine, GuideRun } from './guideBlocks.ts';
import classes from './GuideText.module.css';

/** The guide never changes while it is shown, so the place of a piece is its identity. */
function inPlaces<T>(pieces: readonly T[]): readonly { readonly place: number; readonly piece: T }[] {
  return pieces.map((piece, place) => ({ place, piece }));
}

/** The guide's blocks in reading order; its own title is the screen's. */
export function GuideText({ blocks }: { readonly blocks: readonly GuideBlock[] }) {
  const below = blocks.filter((block) => block.kind !== 'heading' || block.depth > 1);
  return (
    <article lang="vi" className={classes.text}>
      {inPlaces(below).map(({ place, piece }) => (
        <Block key={place} block={piece} />
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
    case 'list': {
      const ListElement = block.ordered ? 'ol' : 'ul';
      return (
        <ListElement>
          {inPlaces(block.items).map(({ place, piece }) => (
            <li key={place}>
              <Line line={piece} />
            </li>
          ))}
        </ListElement>
      );
    }
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

function GuideTable({ block }: { readonly block: Extract<GuideBlock, { kind: 'table' }> }) {
  return (
    <table className={classes.table}>
      <thead>
        <tr>
          {inPlaces(block.head).map(({ place, piece }) => (
            <th key={place} scope="col">
              <Line line={piece} />
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {inPlaces(block.rows).map(({ place, piece }) => (
          <GuideRow key={place} row={piece} />
        ))}
      </tbody>
    </table>
  );
}

function GuideRow({ row }: { readonly row: readonly GuideLine[] }) {
  return (
    <tr>
      {inPlaces(row).map(({ place, piece }) => (
        <td key={place}>
          <Line line={piece} />
        </td>
      ))}
    </tr>
  );
}

function Line({ line }: { readonly line: GuideLine }) {
  return inPlaces(line).map(({ place, piece }) => <Run key={place} run={piece} />);
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
