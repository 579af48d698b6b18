import type { ReportColumn, ReportTable } from '../../report/summary/reportTable.ts';
import type { Extract } from './extract.ts';
import { escapeXml } from './xmlExtract.ts';

/** The XML Schema of one extract: its own tables in their order, each with its own columns. */
export function toExtractXsd({ metadata, tables, dictionary }: Extract): string {
  const lines = [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" elementFormDefault="qualified">',
    ...element('extract', [
      sequence(
        element('metadata', [sequence(metadata.flatMap(({ id }) => labelledText(id)))]),
        // One table after the other: elements of the same name in a row must share a type.
        tables.length === 0
          ? []
          : ['<xs:element name="table" type="table" minOccurs="0" maxOccurs="unbounded"/>'],
        ['<xs:element name="dictionary" type="dictionary"/>'],
      ),
      fixedAttribute('format', 'thuoc-so-extract'),
      fixedAttribute('version', '1'),
    ]),
    ...tableType('table', tables),
    ...tableType('dictionary', [dictionary]),
    '</xs:schema>',
  ];
  return `${lines.join('\n')}\n`;
}

function element(name: string, content: readonly (readonly string[] | string)[]): readonly string[] {
  return [
    `<xs:element name="${name}">`,
    '<xs:complexType>',
    ...content.flat(),
    '</xs:complexType>',
    '</xs:element>',
  ];
}

function sequence(...parts: readonly (readonly string[])[]): readonly string[] {
  return ['<xs:sequence>', ...parts.flat(), '</xs:sequence>'];
}

function fixedAttribute(name: string, value: string): string {
  return `<xs:attribute name="${name}" use="required" fixed="${value}"/>`;
}

function labelledText(id: string): readonly string[] {
  const text = [
    '<xs:simpleContent>',
    '<xs:extension base="xs:string">',
    '<xs:attribute name="label" use="required"/>',
  ];
  return element(id, [[...text, '</xs:extension>', '</xs:simpleContent>']]);
}

/** All columns of its tables: XSD 1.0 cannot make a type depend on the attribute that names the table. */
function tableType(name: string, tables: readonly ReportTable[]): readonly string[] {
  const columns = [
    ...new Map(tables.flatMap((table) => table.columns.map((column) => [column.id, column]))).values(),
  ];
  return [
    `<xs:complexType name="${name}">`,
    '<xs:sequence>',
    '<xs:element name="row" minOccurs="0" maxOccurs="unbounded">',
    '<xs:complexType>',
    '<xs:choice minOccurs="0" maxOccurs="unbounded">',
    ...columns.map((column) => columnElement(column, tables)),
    '</xs:choice>',
    '</xs:complexType>',
    '</xs:element>',
    '</xs:sequence>',
    '<xs:attribute name="id" use="required">',
    '<xs:simpleType>',
    '<xs:restriction base="xs:string">',
    ...tables.map(({ id }) => `<xs:enumeration value="${escapeXml(id)}"/>`),
    '</xs:restriction>',
    '</xs:simpleType>',
    '</xs:attribute>',
    '<xs:attribute name="title" type="xs:string" use="required"/>',
    '<xs:attribute name="note" type="xs:string" use="required"/>',
    '</xs:complexType>',
  ];
}

const xsdTypes = { text: 'xs:string', number: 'xs:decimal', date: 'xs:date' } as const;

function columnElement({ id }: ReportColumn, tables: readonly ReportTable[]): string {
  const types = new Set(
    tables.flatMap(({ columns }) => columns.filter((one) => one.id === id).map(({ type }) => type)),
  );
  const [only = 'text', ...others] = types;
  const type = others.length === 0 ? xsdTypes[only] : 'xs:string';
  return `<xs:element name="${id}" type="${type}"/>`;
}
