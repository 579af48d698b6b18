import { z } from 'zod';
import { criteriaSetHeadSchema, criteriaSetSchema, groupSchema } from '../domain/criteria/criteriaSet.ts';
import { setComputationsSchema } from '../domain/ranking/computedFigures.ts';
import { setTargetsSchema } from '../domain/ranking/targets.ts';
import { tierModelSchema, unitListSchema } from '../domain/units/unitList.ts';
import { answersFileSchema } from './answersFile.ts';
import { appraisalFileSchema } from './appraisalFile.ts';
import { feedSchema } from './feed.ts';
import { packageSchemas } from './package/packageSchemas.ts';

/** Content as it is written: a set's head lists the files of its groups. */
const headFileSchema = criteriaSetHeadSchema.extend({ groups: z.array(z.string()).min(1) });

const schemas = {
  'criteria-set': { schema: criteriaSetSchema, title: 'A whole criteria set' },
  'criteria-set-head': { schema: headFileSchema, title: 'Head of a criteria set: set.yaml' },
  'criteria-group': { schema: groupSchema, title: 'A group of criteria: groups/*.yaml' },
  'unit-list': { schema: unitListSchema, title: 'Administrative units in force together: units/*.yaml' },
  'tier-model': { schema: tierModelSchema, title: 'Steps between a commune and the city: tiers/*.yaml' },
  targets: { schema: setTargetsSchema, title: 'What plans ask of all units together: targets/*.yaml' },
  computed: {
    schema: setComputationsSchema,
    title: 'Figures counted from the results of the units below: computed/*.yaml',
  },
  answers: { schema: answersFileSchema, title: 'Answers file of the command line' },
  appraisal: { schema: appraisalFileSchema, title: 'Appraisal file of the command line' },
  feed: { schema: feedSchema, title: 'Feed for an operation centre: one period as the dashboard shows it' },
  ...packageSchemas,
} as const;

export type SchemaName = keyof typeof schemas;
export const schemaNames = Object.keys(schemas) as readonly SchemaName[];

export function isSchemaName(name: string): name is SchemaName {
  return Object.hasOwn(schemas, name);
}

/** The JSON Schema of what people write, generated from the schema that reads it. */
export function toJsonSchema(name: SchemaName): object {
  const { schema, title } = schemas[name];
  // What zod cannot say in JSON Schema says it itself, by `meta`.
  return { title, ...z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }) };
}

/** Name and content of every file in `criteria/schema/`. */
export function listSchemaFiles(): readonly { readonly file: string; readonly text: string }[] {
  return schemaNames.map((name) => ({
    file: `${name}.schema.json`,
    text: `${JSON.stringify(toJsonSchema(name), null, 2)}\n`,
  }));
}
