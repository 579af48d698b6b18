/** A run of text of the guide, as its Markdown marks it. */
export interface GuideRun {
  readonly kind: 'text' | 'strong' | 'em' | 'code';
  readonly text: string;
}

export type GuideLine = readonly GuideRun[];

/** The user guide as the build reads it from docs/huong-dan-su-dung.md: only what a guide needs. */
export type GuideBlock =
  | { readonly kind: 'heading'; readonly depth: number; readonly line: GuideLine }
  | { readonly kind: 'paragraph'; readonly line: GuideLine }
  | { readonly kind: 'list'; readonly ordered: boolean; readonly items: readonly GuideLine[] }
  | {
      readonly kind: 'table';
      readonly head: readonly GuideLine[];
      readonly rows: readonly (readonly GuideLine[])[];
    }
  /** `source` is the picture's name beside the guide. */
  | { readonly kind: 'picture'; readonly source: string; readonly text: string };
