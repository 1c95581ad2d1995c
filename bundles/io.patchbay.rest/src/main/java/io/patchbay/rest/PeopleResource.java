// SPDX-License-Identifier: Apache-2.0
package io.patchbay.rest;

import io.patchbay.api.access.Permissions;
import io.patchbay.api.access.Place;
import io.patchbay.api.access.Scope;
import io.patchbay.api.command.Problem;
import io.patchbay.api.customer.Customer;
import io.patchbay.api.id.CustomerId;
import io.patchbay.api.id.InteractionId;
import io.patchbay.api.interaction.Interaction;
import io.patchbay.api.people.Grant;
import io.patchbay.api.people.PeoplePast.CouldSee;
import io.patchbay.api.people.Person;
import io.patchbay.api.people.Role;
import io.patchbay.api.people.Unit;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.SecurityContext;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/** Units, people and roles, and who could see something on a day. Changing them is a command. */
@Path("/")
@Produces(MediaType.APPLICATION_JSON)
public final class PeopleResource {
    private final Services services;

    PeopleResource(Services services) {
        this.services = services;
    }

    /** The people of the reader's units. */
    @GET
    @Path("people")
    public Map<String, Object> people(@Context SecurityContext security, @Context HttpHeaders headers) {
        Scope scope = reader(security, headers);
        return Present.list(
                services.people.people(scope).stream()
                        .filter(person -> sees(scope, Place.of(person.unit())))
                        .map(PeopleResource::person)
                        .toList(),
                Optional.empty());
    }

    /** The units that the reader sees. */
    @GET
    @Path("units")
    public Map<String, Object> units(@Context SecurityContext security, @Context HttpHeaders headers) {
        Scope scope = reader(security, headers);
        return Present.list(
                services.people.units(scope).stream()
                        .filter(unit -> sees(scope, Place.of(unit.id())))
                        .map(PeopleResource::unit)
                        .toList(),
                Optional.empty());
    }

    /** The roles with their permissions. */
    @GET
    @Path("roles")
    public Map<String, Object> roles(@Context SecurityContext security, @Context HttpHeaders headers) {
        reader(security, headers);
        return Present.list(
                services.people.roles().stream().map(PeopleResource::role).toList(), Optional.empty());
    }

    /** Who could see a customer, or hear a contact's recording, on a day of its unit's zone. */
    @GET
    @Path("rights/could-see")
    public Map<String, Object> couldSee(
            @QueryParam("customer") String customer,
            @QueryParam("recording") String recording,
            @QueryParam("day") String day,
            @Context SecurityContext security,
            @Context HttpHeaders headers) {
        Caller caller = Caller.of(security);
        if (!caller.scope().may(Permissions.RIGHTS_ASK)) {
            throw Problems.exception(403, Problems.forbidden(Permissions.RIGHTS_ASK), headers);
        }
        Place place;
        String permission;
        if (customer != null) {
            place = place(caller.scope(), customer, headers);
            permission = Permissions.CUSTOMERS;
        } else {
            place = recording(caller.scope(), recording, headers).place();
            permission = Permissions.RECORDINGS;
        }
        ZoneId zone = zone(place);
        LocalDate date = date(day, headers);
        Instant from = date.atStartOfDay(zone).toInstant();
        Instant until = date.plusDays(1).atStartOfDay(zone).toInstant();
        return Present.list(
                services.past.couldSee(permission, List.of(place), from, until).stream()
                        .map(PeopleResource::could)
                        .toList(),
                Optional.empty());
    }

    private Place place(Scope scope, String customer, HttpHeaders headers) {
        return Optional.of(customer)
                .map(text -> id(text, headers))
                .flatMap(id -> services.customers.find(Scope.system(), id))
                .map(Customer::unit)
                .map(Place::of)
                .filter(place -> scope.may(Permissions.RIGHTS_ASK, place))
                .orElseThrow(() -> Problems.exception(404, Problems.notFound("customer", customer), headers));
    }

    private static CustomerId id(String text, HttpHeaders headers) {
        try {
            return CustomerId.parse(text);
        } catch (IllegalArgumentException e) {
            throw Problems.exception(404, Problems.notFound("customer", text), headers);
        }
    }

    private Interaction recording(Scope scope, String text, HttpHeaders headers) {
        try {
            return services.interactions
                    .find(Scope.system(), InteractionId.parse(String.valueOf(text)))
                    .filter(contact -> scope.may(Permissions.RIGHTS_ASK, contact.place()))
                    .orElseThrow(() -> Problems.exception(404, Problems.notFound("recording", text), headers));
        } catch (IllegalArgumentException e) {
            throw Problems.exception(
                    400,
                    Problem.of(
                            "customer-or-recording",
                            "Give \"customer\" or \"recording\" (the contact''s id), and \"day\".",
                            "请给出 customer 或 recording（联络编号）以及 day。"),
                    headers);
        }
    }

    private ZoneId zone(Place place) {
        return services.people.units(Scope.system()).stream()
                .filter(unit -> unit.id().equals(place.unit()))
                .map(Unit::zone)
                .findFirst()
                .orElse(ZoneId.of("Asia/Shanghai"));
    }

    private static LocalDate date(String day, HttpHeaders headers) {
        try {
            return LocalDate.parse(String.valueOf(day));
        } catch (DateTimeException e) {
            throw Problems.exception(
                    400, Problems.invalid("day", String.valueOf(day), "a day such as 2026-11-22"), headers);
        }
    }

    private static Scope reader(SecurityContext security, HttpHeaders headers) {
        Scope scope = Caller.of(security).scope();
        if (!scope.may(Permissions.PEOPLE_SEE) && !scope.may(Permissions.PEOPLE)) {
            throw Problems.exception(403, Problems.forbidden(Permissions.PEOPLE_SEE), headers);
        }
        return scope;
    }

    private static boolean sees(Scope scope, Place place) {
        return scope.may(Permissions.PEOPLE_SEE, place) || scope.may(Permissions.PEOPLE, place);
    }

    private static Map<String, Object> person(Person person) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("user", person.user().value());
        json.put("name", person.name());
        json.put("unit", person.unit().value());
        json.put("enabled", person.enabled());
        json.put("extension", person.extension().orElse(null));
        json.put("grants", person.grants().stream().map(PeopleResource::grant).toList());
        json.put("post", person.profile().post().orElse(null));
        json.put("level", person.profile().level().orElse(null));
        json.put("groups", new TreeSet<>(person.profile().groups()));
        json.put("fields", person.profile().fields());
        return json;
    }

    private static Map<String, Object> grant(Grant grant) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("role", grant.role().value());
        json.put("unit", grant.unit().map(Object::toString).orElse(null));
        json.put("queues", grant.queues().stream().map(Object::toString).toList());
        json.put("channels", grant.channels().stream().map(Object::toString).toList());
        json.put("from", grant.from().map(Object::toString).orElse(null));
        json.put("until", grant.until().map(Object::toString).orElse(null));
        return json;
    }

    private static Map<String, Object> unit(Unit unit) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("unit", unit.id().value());
        json.put("name", unit.name());
        json.put("parent", unit.parent().map(Object::toString).orElse(null));
        json.put("zone", unit.zone().getId());
        return json;
    }

    private static Map<String, Object> role(Role role) {
        return Map.of("role", role.id().value(), "name", role.name(), "permissions", new TreeSet<>(role.permissions()));
    }

    private static Map<String, Object> could(CouldSee one) {
        return Map.of(
                "user", one.user().value(),
                "name", one.name(),
                "unit", one.unit().value(),
                "roles", one.roles().stream().map(Object::toString).toList(),
                "from", one.from().toString(),
                "until", one.until().toString());
    }
}
