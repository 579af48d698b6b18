import { v1 } from './versions/v1.ts';
import { v2 } from './versions/v2.ts';

const ofManifest = (version: number) => `manifest.json of a .thuocso file, version ${String(version)}`;
const ofSignature = (version: number) => `manifest.sig of a .thuocso file, version ${String(version)}`;
const ofDocument = (kind: string, version: number) =>
  `document.json of a .thuocso file of kind ${kind}, version ${String(version)}`;

/** The parts of a package by the names of their JSON Schemas, which stay when a version follows. */
export const packageSchemas = {
  'package-v1-manifest': { schema: v1.manifest, title: ofManifest(1) },
  'package-v1-signature': { schema: v1.signature, title: ofSignature(1) },
  'package-v1-assessment': { schema: v1.documents.assessment, title: ofDocument('assessment', 1) },
  'package-v1-review': { schema: v1.documents.review, title: ofDocument('review', 1) },
  'package-v1-receipt': { schema: v1.documents.receipt, title: ofDocument('receipt', 1) },
  'package-v1-criteria-set': { schema: v1.documents['criteria-set'], title: ofDocument('criteria-set', 1) },
  'package-v1-bundle': { schema: v1.documents.bundle, title: ofDocument('bundle', 1) },
  'package-v2-manifest': { schema: v2.manifest, title: ofManifest(2) },
  'package-v2-signature': { schema: v2.signature, title: ofSignature(2) },
  'package-v2-assessment': { schema: v2.documents.assessment, title: ofDocument('assessment', 2) },
  'package-v2-review': { schema: v2.documents.review, title: ofDocument('review', 2) },
  'package-v2-receipt': { schema: v2.documents.receipt, title: ofDocument('receipt', 2) },
  'package-v2-criteria-set': { schema: v2.documents['criteria-set'], title: ofDocument('criteria-set', 2) },
  'package-v2-bundle': { schema: v2.documents.bundle, title: ofDocument('bundle', 2) },
} as const;
