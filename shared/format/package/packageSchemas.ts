import { v1 } from './versions/v1.ts';

/** The parts of a package by the names of their JSON Schemas, which stay when a version follows. */
export const packageSchemas = {
  'package-v1-manifest': { schema: v1.manifest, title: 'manifest.json of a .thuocso file, version 1' },
  'package-v1-signature': { schema: v1.signature, title: 'manifest.sig of a .thuocso file, version 1' },
  'package-v1-assessment': {
    schema: v1.documents.assessment,
    title: 'document.json of a .thuocso file of kind assessment, version 1',
  },
  'package-v1-review': {
    schema: v1.documents.review,
    title: 'document.json of a .thuocso file of kind review, version 1',
  },
  'package-v1-receipt': {
    schema: v1.documents.receipt,
    title: 'document.json of a .thuocso file of kind receipt, version 1',
  },
  'package-v1-criteria-set': {
    schema: v1.documents['criteria-set'],
    title: 'document.json of a .thuocso file of kind criteria-set, version 1',
  },
  'package-v1-bundle': {
    schema: v1.documents.bundle,
    title: 'document.json of a .thuocso file of kind bundle, version 1',
  },
} as const;
