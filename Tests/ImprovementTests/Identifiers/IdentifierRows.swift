/// Texts with identifiers, the place marked by «», and texts that only look like some. All are made up;
/// numbers are of ranges set aside for fiction, or from no register.
enum IdentifierRows {
  /// What the scan is meant to find, and at the end what no look at shapes can.
  static let identifiers = """
    nationalNumber | NHS number «485 777 3457» was on the form
    nationalNumber | The label said «9434765919» and nothing else
    nationalNumber | Her number is «401 023 2137».
    nationalNumber | «700-000-0015» was read out loud
    nationalNumber | Form of «123 456 7881» lay on the desk
    nationalNumber | CHI «3105814418» in the header
    nationalNumber | («6211039980»)
    nationalNumber | number=«450 557 7104»
    nationalNumber | His SSN is «123-45-6789»
    nationalNumber | SSN «219-09-9999» was in the e-mail
    nationalNumber | The card read «457 55 5462»
    nationalNumber | «078-05-1120» stood in the example
    nationalNumber | CPR «010190-1234» in the subject line
    nationalNumber | cpr: «311299-4321»
    nationalNumber | personnummer «850709-9805»
    nationalNumber | «19850709-9805» on the badge
    nationalNumber | «120174-3399» (Danish)
    nationalNumber | SIN «130 692 544» on the wristband
    nationalNumber | SIN «130692544»
    nationalNumber | BSN «111222333»
    nationalNumber | fødselsnummer «01019000083»
    nationalNumber | PESEL «44051401359»
    nationalNumber | NIR «255081416802538»
    nationalNumber | «1 85 05 78 006 084 91» (Sécu)
    nationalNumber | DNI «12345678Z»
    nationalNumber | DNI «45871236J» copied
    nationalNumber | PPS «1234567T»
    nationalNumber | KVNR «A123456780»
    nationalNumber | Medicare «2950 10184 1»
    nationalNumber | NI number «QQ 12 34 56 C»
    nationalNumber | NI «AB123456D» in the letter
    nationalNumber | «JG 10 37 59 A» on the payslip
    nationalNumber | codice fiscale «RSSMRA85T10A562S»
    nationalNumber | «BNCLRA90A41F205X» in the referral
    phone | Ring «07700 900123» before ten
    phone | Ring «07700900123» before ten
    phone | Call the ward on «020 7946 0958»
    phone | «(020) 7946 0958» is the desk
    phone | tel. «01632 960 983»
    phone | «0131-496-0812»
    phone | «+44 20 7946 0958»
    phone | «+44 (0)20 7946 0958»
    phone | «+1 212 555 0147» after hours
    phone | «+1-212-555-0147»
    phone | «(212) 555-0147»
    phone | «212-555-0147»
    phone | «212.555.0147»
    phone | «1-800-555-0199» is free
    phone | «0044 20 7946 0958»
    phone | «+49 30 901820» asks for Anna
    phone | Telefon «030 901820-11»
    phone | «+33 1 42 68 53 00»
    phone | «01 42 68 53 00»
    phone | «+61 2 5550 1234»
    phone | «+31 20 555 1234»
    phone | «+353 1 555 0123»
    phone | Phone: «555-0147»
    phone | call «5550147» and ask
    phone | ext. «4521»
    phone | extension «20331»
    phone | bleep «2231» the registrar
    phone | Bleep: «1409»
    phone | pager «77812»
    phone | fax «01632 960983»
    phone | WhatsApp «+447700900456»
    phone | text «07700-900-456» with yes
    phone | mobile: «0770 090 0456»
    phone | Mob «07700 900 456»
    phone | handy «0171 5550123»
    phone | «0171/5550123»
    phone | Ask Mo («07700 900777»)
    phone | his mother, «07700 900888»
    phone | phone «９１２３４５６７８»
    phone | call «٠٧٧٠٠٩٠٠١٢٣»
    phone | «07700​900​123» with signs nobody sees
    phone | «07700 900123»
    phone | «+46-8-5550-123»
    phone | ring me on «2125550147»
    phone | The daughter’s number is «07700 900999».
    phone | hotline «116 117» for nights
    phone | «02 5550 1234»
    phone | Dial «55501»
    email | Write to «marta@riverside.example»
    email | «marta.ruiz@nhs.net»
    email | mail: «m.ruiz+qi@st-anne.org.uk»
    email | <«anna_berg@klinik.de»>
    email | («o'neill@care.ie»)
    email | «jo@x.io»
    email | Send photos to «wound-nurse@hospital.org», please
    email | «ÅSA@regionskane.se»
    email | cc «kofi@community.example.org»;
    email | «a.b.c@d.e.fr»
    email | contact=«PATIENT.ONE@GMAIL.COM»
    email | mailto:«leila@riverside.example»
    webAddress | See «https://www.facebook.com/jane.doe.94»
    webAddress | «http://riverside.example/patients/jane»
    webAddress | Her blog: «www.mystoma.blog»
    webAddress | «janesjourney.com» tells it
    webAddress | «https://twitter.com/janedoe/status/123456»
    webAddress | «gofundme.com/f/help-jane» is hers
    webAddress | Photo at «https://flic.kr/p/abc»
    webAddress | «riverside-clinic.org/team»
    webAddress | («https://maps.example.com/?q=12+High+St»)
    webAddress | «ftp://files.st-anne.org/list.csv»
    webAddress | «https://st-anne.sharepoint.com/x/y?id=12»
    webAddress | «familie-berg.de»
    webAddress | «linkedin.com/in/marta-ruiz»
    networkAddress | The tablet is «192.168.10.42»
    networkAddress | login from «10.0.0.7»
    networkAddress | «8.8.8.8» answered
    networkAddress | «203.0.113.77»:8080
    networkAddress | host «172.16.254.1»
    networkAddress | «2001:0db8:85a3:0000:0000:8a2e:0370:7334»
    networkAddress | «2001:db8::8a2e:370:7334»
    networkAddress | «fe80::1ff:fe23:4567:890a» on the monitor
    networkAddress | device «00:1a:2b:3c:4d:5e»
    networkAddress | ip=«198.51.100.23»
    recordNumber | MRN «00123456»
    recordNumber | MRN: «4821377»
    recordNumber | mrn #«A-12-3456»
    recordNumber | hospital number «A123456»
    recordNumber | Hospital no. «K482213»
    recordNumber | patient «48213» came back
    recordNumber | Patient ID: «P-20931»
    recordNumber | Pt «583920» refused
    recordNumber | record number «77-12-93»
    recordNumber | chart no «12345»
    recordNumber | case number «2024-00817»
    recordNumber | file no: «B/4471/22»
    recordNumber | unit number «0482133»
    recordNumber | episode number «5519023»
    recordNumber | accession number «22-0048-117»
    recordNumber | resident «90412» in the lounge
    recordNumber | Client ID «10042-7»
    recordNumber | Patientennummer «4471209»
    recordNumber | Fallnummer «3300412»
    recordNumber | dossier «882104»
    recordNumber | NHI «ZZZ0016»
    recordNumber | CHI number «0101701234»
    recordNumber | insurance number «H4471-882»
    recordNumber | passport «C01X0006H»
    recordNumber | «48213377» was scanned
    recordNumber | Label «K1234567»
    recordNumber | «RX482213» on the wristband
    recordNumber | account number «88213»
    recordNumber | admission no «20240817-3»
    recordNumber | encounter id «55120938»
    recordNumber | visit number «7741203»
    recordNumber | «4821337790»
    recordNumber | donor id «D4471»
    recordNumber | policy number «AB-449-201»
    recordNumber | registration no. «A993120»
    recordNumber | medical record no «5512-09»
    personDate | DOB «14/03/1950»
    personDate | dob: «14.03.50»
    personDate | born «14 March 1950»
    personDate | Born on «March 14, 1950», lives alone
    personDate | date of birth «1950-03-14»
    personDate | d.o.b. «1-2-1948»
    personDate | Patient seen on «14 March 2026» with a wet dressing
    personDate | The patient fell on «2026-03-14»
    personDate | Mrs Jones was admitted «3 May 2026»
    personDate | she died on «3rd of May 2026»
    personDate | He was discharged «12/04/2026»
    personDate | Her second visit was «12 April 2026»
    personDate | Mr B, «03.05.2026»: refused
    personDate | A woman came on «3 May 2026» from the care home
    personDate | The boy, seen «5 June 2025», went home
    personDate | baby born «5 June 2025»
    personDate | Geboren «5. Juni 1944»
    personDate | nacido el «5 de junio de 1944»
    personDate | «14/03/1950» (date of birth)
    personDate | The resident fell on «Feb 3, 2026» at night
    personDate | On «3 February 2026» the patient fell
    personDate | readmitted «2026-02-11»
    personDate | his mother, on «3 March 2026»
    personDate | patient was transferred «28-02-2026»
    personDate | deceased «01/12/2025»
    personDate | Her birthday is «3 March 1944»
    phone | oh seven seven double oh «nine hundred one two three»
    email | «marta at riverside dot org»
    personDate | our patient of «Good Friday 2026»
    recordNumber | bed label «4471»
    phone | «900123» (local)
    personDate | Frau B. kam «am dritten Mai 2026»
    """

  /// What a reminder would only disturb, and at the end what shapes cannot tell apart.
  static let lookAlikes = """
    In 2026-03 we had 2/118
    2/118 wound infections in March 2026
    0/0 opportunities
    ~2/118 provisional
    Hand rub used 1,200,000 times
    Budget 1200000 pounds
    £48,213.77 saved
    12500 hand washes
    From 2024 to 2025
    2024-2025 season
    2024–25 influenza season
    The team met on 14 March 2026
    Learning session 2, 2026-03-14
    Baseline 01/01/2025 to 31/12/2025
    Data for 1 January 2026 onwards
    Patient safety day, 17 September 2026
    Patient survey of 14 March 2026
    patient partner meeting 3 May 2026
    Version 2 of 12.04.2026
    Reviewed 2026-05-01 by the steering group
    Give 2 mg/kg, at most 120 mg
    Paracetamol 1000 mg every 6 hours
    Heparin 5000 units
    0.9% saline 500 ml
    Insulin 100 units/ml
    Dose 0.05-0.1 mg
    10-20-30 ml steps
    Flow 15 l/min for 10 min
    Temperature 36.5-37.5
    BP 120/80
    Blood pressure 140/90 or more
    SpO2 94-98%
    Hb 7.0 g/dl
    BMI 18.5-24.9
    pH 7.35-7.45
    INR 2.0-3.0
    GCS 15/15
    ICD-10 T81.4
    ICD T81.40XA
    SNOMED 22298006
    SNOMED CT 433202001 |Surgical site infection|
    SCTID: 74964007
    concept 386661006
    LOINC 8310-5
    ATC J01CA04
    OPCS W37.1
    CPT 27447
    RxNorm 197361
    DRG 470
    HRG HN22A
    Room 12
    Room 4471
    bay 3, bed 14
    Ward 7B
    Theatre 11
    Level 4, block C
    Floor 12, room 1204
    calls per week: 1200
    1,200 calls a month
    120 phone calls in 2026
    phone follow-up in 2026
    Telephone clinic, 30 patients
    call bell answered within 5 minutes
    Call within 24 hours
    ring the bell at 08:00
    text reminders 2 days before
    we called 120 patients
    version 1.2.3
    version 1.2.3.4
    v2.0.1
    firmware 10.2.0.1
    section 4.2.1.3
    huddle 1.0.12
    ISO 9001:2015
    ISO 27001
    EN 13485
    doi:10.1136/bmjqs-2013-002703
    https://doi.org/10.1136/bmjqs-2013-002703
    10.1097/01.NNA.0000398999
    PMID: 24025320
    PMID 24025320
    https://pubmed.ncbi.nlm.nih.gov/24025320/
    ISBN 978-0-470-19241-2
    ISBN 9780470192412
    ISSN 2044-5415
    NCT01234567
    ISRCTN 12345678
    arXiv 2104.00001
    BMJ Qual Saf 2014;23:290-298
    Am J Public Health 2011;101(11):2120-7
    N Engl J Med 2009;360:491-9
    JAMA 1999;282(15):1458-1465
    Pediatrics 2015;136(5):e1353-60
    Vol. 12, pp. 120-134
    Chapter 7.1, page 128
    Table 4.2
    Figure 12
    08:00-16:00
    0800-1600 shift
    09.30 to 10.15
    14:30:00
    at 7 am and 7 pm
    7-7-7 rule
    24/7 cover
    1-2-3 steps
    5-4-3-2-1 grounding
    ratio 1:4
    ratio 1:2:3
    1 in 25, then 5 in 25
    1 patient, then 5, then 25
    12 15 18 20 22 24
    18, 20, 22, 25, 31
    3.2 4.1 2.8 3.3
    95% CI 1.2-3.4
    p = 0.0345
    p=0.000123456
    n = 1204
    n=48213
    mean 12.345678
    centre line 0.07913
    limits .0264-.1318
    69/872 = .07913
    37/266, 69/315, 66/201
    3 sigma
    8 points in a row
    Q1 2026
    2026-W12
    week 12 of 2026
    FY2025/26
    30/60/90 days
    90-day cycle
    30-day readmission
    48 hours after surgery
    ages 65-74
    aged 18 to 64
    over-75s
    65+ years
    patients aged 65 and over
    50 mm
    2 x 500 mg
    250 ml bottle
    40 x 60 cm blanket
    size 12, 14 and 16 Fr
    batch 20240817
    Lot 48213377
    GTIN 05012345678900
    catalogue no 48213-77
    order code 4821337
    part number 882-114
    room code 4471
    cost centre code 448213
    e.g. a warm blanket
    i.e. nobody was harmed
    Dr.Smith agreed
    finished.In the end it held
    see report.md and data.csv
    chart.pdf, form.docx
    Node.js and ncurses
    U.S. hospitals
    @home visits
    hand hygiene @ 95%
    #patientsafety
    C. difficile
    S. aureus USA300
    MRSA ST22
    H1N1, H5N1
    SARS-CoV-2
    COVID-19
    vitamin B12
    CO2, N95, FFP3
    HbA1c 48 mmol/mol
    IPv4 or IPv6
    A4 paper
    PDSA 1, 2, 3
    cycle 12 of ramp 3
    driver 2.1.4
    01k3v5w8h2q9zt7m4n6p8r0s2e
    sha 9f86d081884c7d65
    20260314
    20260314-minutes
    1 000 000 hand washes
    1.200.000 units
    250,000 population
    100000 bed days
    4821 bed days
    5.5 falls per 1,000 bed days
    10000 doses
    65 536 rows
    The bundle, 14 elements, 2026
    created 12 June 2025 by the design group
    valid until 31 December 2026
    Health Foundation, 3 May 2013
    Langley 2009, table 7.1
    Taylor MJ et al. 2014
    her 12 patients in 2026
    the patient waited 45 minutes
    each patient gets 2 blankets
    patient 12 of 25
    resident council, room 4
    case mix 1.2
    file 3 of 12
    unit 4B
    record 12 points
    chart 3
    visit 2 of 4
    episode length 3-5 days
    CC BY 4.0
    https://creativecommons.org/licenses/by/4.0/
    1/12 hours
    PO 4 times daily
    extension of 3 days
    text size 14
    page 12-14
    pages 1204-1218
    page break after 30 lines
    mobile unit, 3 sites
    fax machines: 12
    call light 30-60 seconds
    ring-fenced 20000
    10.5281/zenodo.1234567
    open 365 days
    £1,250.00
    $120,000
    € 48 213
    0.1 0.2 0.3 0.4
    2019, 2020, 2021, 2022
    March 2026: 2/118; April 2026: 3/121
    born in 1950
    The patient story workshop, 3 May 2026
    Discharge letters audited 3 May 2026
    the team's birthday cake in 2026
    Norm 12345:2020
    step 1.2.3.4
    10 000 steps a day
    0-10 pain scale
    0, 5, 10, 15, 30 minutes
    00:00 to 06:00
    T-1 to T+30
    1e6 cells
    >100,000 cfu/ml
    10^5 cfu/ml
    4 of 9 beds
    Serial 48213377 of the pump
    Our switchboard 020 7946 0000 is public
    See https://www.who.int/gpsc/5may for the poster
    Helpline 116 123 is for everybody
    The clinic opened its doors to her team on 3 May 2026
    """
}
