// SPDX-License-Identifier: Apache-2.0
package io.patchbay.demo.town.folk;

import static org.assertj.core.api.Assertions.assertThat;

import io.patchbay.api.address.Address;
import java.util.List;
import org.junit.jupiter.api.Test;

class TownsfolkTest {
    @Test
    void theSameSeedGivesTheSameTown() {
        assertThat(Townsfolk.of(7, 100)).isEqualTo(Townsfolk.of(7, 100)).isNotEqualTo(Townsfolk.of(8, 100));
    }

    @Test
    void nobodySharesANameANumberOrAnAddress() {
        List<Resident> all = Townsfolk.all();
        assertThat(all).hasSize(Townsfolk.COUNT);
        assertThat(all).extracting(Resident::name).doesNotHaveDuplicates();
        assertThat(all).extracting(Resident::phone).doesNotHaveDuplicates();
        assertThat(all).extracting(Resident::mail).doesNotHaveDuplicates();
    }

    @Test
    void everyFifthSpeaksEnglishAndSomeAreRich() {
        List<Resident> all = Townsfolk.all();
        assertThat(all.stream().filter(Resident::english)).hasSize(Townsfolk.COUNT / 5);
        assertThat(all).extracting(Resident::tier).contains("standard", "silver", "gold", "vip");
        assertThat(all).allSatisfy(one -> assertThat(one.holdings()).isNotEmpty());
    }

    @Test
    void theirAddressesAreAddresses() {
        assertThat(Townsfolk.all()).allSatisfy(one -> {
            assertThat(new Address.PhoneNumber(one.phone()).text()).startsWith("tel:+");
            assertThat(new Address.EmailAddress(one.mail()).text()).endsWith("@town.patchbay.example");
        });
    }
}
