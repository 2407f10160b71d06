// SPDX-License-Identifier: Apache-2.0
/** The manual's Markdown, made into a site of plain files. */
@NullMarked
package io.bulkdsl.docs.site;

import org.jspecify.annotations.NullMarked;
