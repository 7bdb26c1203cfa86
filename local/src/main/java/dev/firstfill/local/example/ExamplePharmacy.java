package dev.firstfill.local.example;

import java.util.List;

/**
 * An invented pharmacy and who works there.
 *
 * @param slug its short name
 * @param name its name
 * @param timeZone where it is
 * @param staff one person in every role
 */
public record ExamplePharmacy(String slug, String name, String timeZone, List<Person> staff) {

    public static final ExamplePharmacy NORTHGATE = new ExamplePharmacy(
            "northgate",
            "Northgate Specialty Pharmacy",
            "America/New_York",
            List.of(
                    new Person("intake-coordinator", "Ines", "Walker"),
                    new Person("benefits-investigator", "Ben", "Okafor"),
                    new Person("pa-specialist", "Priya", "Raman"),
                    new Person("financial-navigator", "Felix", "Moreno"),
                    new Person("clinical-pharmacist", "Clara", "Jensen"),
                    new Person("dispensing-pharmacist", "Ana", "Lindqvist"),
                    new Person("fulfilment-technician", "Theo", "Grant"),
                    new Person("adherence-nurse", "Nora", "Haddad"),
                    new Person("biller", "Wes", "Tanaka"),
                    new Person("pharmacy-manager", "Maya", "Cohen"),
                    new Person("privacy-officer", "Petra", "Novak"),
                    new Person("tenant-administrator", "Tom", "Ellery")));

    public static final ExamplePharmacy SOUTHBANK = new ExamplePharmacy(
            "southbank",
            "Southbank Specialty Pharmacy",
            "America/Chicago",
            List.of(
                    new Person("intake-coordinator", "Ivy", "Brooks"),
                    new Person("benefits-investigator", "Bashir", "Karim"),
                    new Person("pa-specialist", "Paul", "Dvorak"),
                    new Person("financial-navigator", "Fay", "Sutton"),
                    new Person("clinical-pharmacist", "Colin", "Reyes"),
                    new Person("dispensing-pharmacist", "Dana", "Whitlock"),
                    new Person("fulfilment-technician", "Tess", "Monroe"),
                    new Person("adherence-nurse", "Noel", "Fischer"),
                    new Person("biller", "Bella", "Quinn"),
                    new Person("pharmacy-manager", "Marcus", "Hale"),
                    new Person("privacy-officer", "Pilar", "Santos"),
                    new Person("tenant-administrator", "Tara", "Singh")));

    public static final List<ExamplePharmacy> ALL = List.of(NORTHGATE, SOUTHBANK);

    public ExamplePharmacy {
        staff = List.copyOf(staff);
    }

    /** The login name of whoever has the role. */
    public String usernameOf(String role) {
        return staff.stream()
                .filter(person -> person.role().equals(role))
                .map(person -> person.usernameAt(this))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("Nobody at " + slug + " is " + role));
    }

    /** The client of the pharmacy's telephone system, which Ringwell runs. */
    public String telephonyClient() {
        return "ringwell-" + slug;
    }

    /** The client by which the prescribers' record system, which Chartway runs, sends referrals. */
    public String referralClient() {
        return "chartway-" + slug;
    }
}
