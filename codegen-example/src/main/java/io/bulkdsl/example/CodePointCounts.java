// SPDX-License-Identifier: Apache-2.0
package io.bulkdsl.example;

import java.util.function.IntConsumer;

/** How often each code point occurs; in pages, because a text uses few of the million there could be. */
final class CodePointCounts implements IntConsumer {
    private static final int PAGE = 256;

    private final long[][] pages = new long[(Character.MAX_CODE_POINT + 1) / PAGE][];

    interface Each {
        void accept(int codePoint, long times);
    }

    @Override
    public void accept(int codePoint) {
        int page = codePoint / PAGE;
        if (pages[page] == null) {
            pages[page] = new long[PAGE];
        }
        pages[page][codePoint % PAGE]++;
    }

    /** In the order of the code points. */
    void forEach(Each each) {
        for (int page = 0; page < pages.length; page++) {
            if (pages[page] != null) {
                forEach(page * PAGE, pages[page], each);
            }
        }
    }

    private static void forEach(int first, long[] times, Each each) {
        for (int i = 0; i < PAGE; i++) {
            if (times[i] > 0) {
                each.accept(first + i, times[i]);
            }
        }
    }

    long characters() {
        long[] sum = {0};
        forEach((codePoint, times) -> sum[0] += times);
        return sum[0];
    }

    long times(int codePoint) {
        long[] page = pages[codePoint / PAGE];
        return page == null ? 0 : page[codePoint % PAGE];
    }
}
