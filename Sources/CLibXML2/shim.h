#ifndef SLUICE_CLIBXML2_SHIM_H
#define SLUICE_CLIBXML2_SHIM_H

/* Debian's libxml2 includes ICU's headers, which clash with those inside Foundation; nothing used here depends on them. */
#include <libxml/xmlversion.h>
#undef LIBXML_ICU_ENABLED

#include <libxml/HTMLparser.h>
#include <libxml/parser.h>
#include <libxml/parserInternals.h>

/* How many bytes of the input the parser has gone past; xmlByteConsumed would ask the encoder first. */
static inline long sluice_xml_position(xmlParserCtxtPtr context) {
  if (context->input == NULL) return 0;
  return (long)context->input->consumed + (long)(context->input->cur - context->input->base);
}

#if LIBXML_VERSION >= 21200
typedef const xmlError *sluice_xml_error;
#else
typedef xmlErrorPtr sluice_xml_error;
#endif

static inline void sluice_xml_ignore(void *data, sluice_xml_error error) {
  (void)data;
  (void)error;
}

/* A context over `bytes` (UTF-8, copied by libxml2) that calls nothing but these four functions, never prints, never
   reaches for a file or the network, and has no size limits of its own. NULL where memory is short. */
static inline htmlParserCtxtPtr sluice_html_context(
    const char *bytes, int count, void *data, startElementSAXFunc start, charactersSAXFunc text,
    processingInstructionSAXFunc mark) {
  htmlParserCtxtPtr context = htmlCreateMemoryParserCtxt(bytes, count);
  if (context == NULL) return NULL;
  htmlCtxtUseOptions(
      context, HTML_PARSE_NOERROR | HTML_PARSE_NOWARNING | HTML_PARSE_NONET | HTML_PARSE_IGNORE_ENC |
                   HTML_PARSE_NOIMPLIED | HTML_PARSE_NODEFDTD);
  context->options |= XML_PARSE_HUGE;
  xmlSAXHandler *sax = context->sax;
  xmlSAXHandler handler = {0};
  handler.startElement = start;
  handler.characters = text;
  handler.ignorableWhitespace = text;
  handler.cdataBlock = text;
  handler.processingInstruction = mark;
  handler.initialized = XML_SAX2_MAGIC;
  handler.serror = sluice_xml_ignore;
  *sax = handler;
  context->userData = data;
  xmlSwitchEncoding(context, XML_CHAR_ENCODING_UTF8);
  return context;
}

#endif
