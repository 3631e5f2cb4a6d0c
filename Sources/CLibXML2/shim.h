#ifndef SLUICE_CLIBXML2_SHIM_H
#define SLUICE_CLIBXML2_SHIM_H

/* Debian's libxml2 includes ICU's headers, which clash with those inside Foundation; nothing used here depends on them. */
#include <libxml/xmlversion.h>
#undef LIBXML_ICU_ENABLED

#include <libxml/HTMLparser.h>
#include <libxml/HTMLtree.h>
#include <libxml/parser.h>
#include <libxml/parserInternals.h>
#include <libxml/xpath.h>
#include <libxml/xpathInternals.h>

#if LIBXML_VERSION >= 21200
typedef const xmlError *sluice_xml_error;
#else
typedef xmlErrorPtr sluice_xml_error;
#endif

static inline void sluice_xml_ignore(void *data, sluice_xml_error error) {
  (void)data;
  (void)error;
}

/* An empty HTML document whose names are shared; NULL where memory is short. */
static inline xmlDocPtr sluice_xpath_document(void) {
  xmlDocPtr document = htmlNewDocNoDtD(NULL, NULL);
  if (document == NULL) return NULL;
  document->dict = xmlDictCreate();
  if (document->dict == NULL) {
    xmlFreeDoc(document);
    return NULL;
  }
  return document;
}

/* Hangs a node below `parent` (NULL for the document) without joining neighbouring texts, which would cost the square
   of their number, and marks it with `number`. */
static inline void sluice_xpath_link(xmlDocPtr document, xmlNodePtr parent, xmlNodePtr node, long number) {
  if (parent == NULL) parent = (xmlNodePtr)document;
  node->_private = (void *)number;
  node->parent = parent;
  node->prev = parent->last;
  if (parent->last == NULL) parent->children = node;
  else parent->last->next = node;
  parent->last = node;
}

static inline xmlNodePtr sluice_xpath_element(
    xmlDocPtr document, xmlNodePtr parent, const char *name, int count, long number) {
  const xmlChar *shared = xmlDictLookup(document->dict, (const xmlChar *)name, count);
  if (shared == NULL) return NULL;
  xmlNodePtr node = xmlNewDocNodeEatName(document, NULL, (xmlChar *)shared, NULL);
  if (node != NULL) sluice_xpath_link(document, parent, node, number);
  return node;
}

static inline xmlNodePtr sluice_xpath_text(
    xmlDocPtr document, xmlNodePtr parent, const char *bytes, int count, long number) {
  xmlNodePtr node = xmlNewDocTextLen(document, (const xmlChar *)bytes, count);
  if (node != NULL) sluice_xpath_link(document, parent, node, number);
  return node;
}

/* A context with XPath's core functions that never prints. */
static inline xmlXPathContextPtr sluice_xpath_context(xmlDocPtr document) {
  xmlXPathContextPtr context = xmlXPathNewContext(document);
  if (context == NULL) return NULL;
  context->error = (xmlStructuredErrorFunc)sluice_xml_ignore;
  return context;
}

/* The number a node was marked with; an attribute has its element's. */
static inline long sluice_xpath_number(xmlNodePtr node) {
  if (node->type == XML_ATTRIBUTE_NODE) node = node->parent;
  if (node == NULL || (node->type != XML_ELEMENT_NODE && node->type != XML_TEXT_NODE)) return 0;
  return (long)node->_private;
}

/* libxml2's own function for freeing is a variable, which Swift can't call safely. */
static inline void sluice_xml_free(xmlChar *text) { xmlFree(text); }

#endif
